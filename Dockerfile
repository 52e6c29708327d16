# syntax=docker/dockerfile:1

FROM rust:1.95-slim-bookworm AS builder
RUN apt-get update && apt-get install -y --no-install-recommends make && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build/target \
    cargo build --release --locked --bin gilbot \
    && cp target/release/gilbot /gilbot \
    && mkdir /data

FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="gilbot" \
      org.opencontainers.image.licenses="MIT"
# The program brings its own TLS roots and time zones, writes to /data alone, and needs no name for its user.
COPY --from=builder /gilbot /gilbot
COPY --from=builder --chown=10001:10001 /data /data
USER 10001:10001
WORKDIR /data
VOLUME /data
# Health is answered inside the container only, until OPS_LISTEN says otherwise.
ENV STORE_URL=sqlite:/data/gilbot.db \
    OPS_LISTEN=127.0.0.1:9090
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["/gilbot", "health"]
# The bot finishes what it has begun within 25 seconds of this signal.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/gilbot"]
CMD ["serve"]
