//! The servers that tests share, because starting them takes time.

use std::sync::OnceLock;

use crate::clusters::Cluster;
use crate::servers::Server;

/// With enough databases for each test to have its own.
pub fn shared() -> &'static Server {
    static SHARED: OnceLock<Server> = OnceLock::new();
    SHARED.get_or_init(|| Server::start_with(&["--appendonly", "yes", "--databases", "1000"]))
}

/// For tests one after another.
pub fn shared_cluster() -> &'static Cluster {
    static SHARED: OnceLock<Cluster> = OnceLock::new();
    SHARED.get_or_init(|| Cluster::start(3))
}
