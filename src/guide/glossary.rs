//! Words of the bank that not everybody knows.

use super::step::StepId;

/// The stable name of a term; `term-ID` says it in easy words, `term-ID.title` is its correct spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TermId(pub &'static str);

stored_by_name!(TermId, term);

/// One word and the steps whose screens use it.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    pub id: TermId,
    /// Empty for a word that is met outside the steps.
    pub steps: &'static [StepId],
}

/// Every term, in the order in which a person meets them.
pub fn all() -> &'static [Term] {
    TERMS
}

/// The term of this name, if there is one.
pub fn term(id: &str) -> Option<&'static Term> {
    TERMS.iter().find(|term| term.id.0 == id)
}

/// The terms that this step's screen uses.
pub fn at_step(step: StepId) -> impl Iterator<Item = &'static Term> {
    TERMS.iter().filter(move |term| term.steps.contains(&step))
}

const TERMS: &[Term] = &[
    word("certificate", &[StepId("web-menu"), StepId("app-menu")]),
    word(
        "joint-certificate",
        &[StepId("web-menu"), StepId("app-menu")],
    ),
    word(
        "kb-certificate",
        &[StepId("web-menu"), StepId("app-menu"), StepId("web-method")],
    ),
    word("issue", &[StepId("web-menu"), StepId("app-menu")]),
    word("reissue", &[StepId("web-menu"), StepId("app-menu")]),
    word("renewal", &[]),
    word("revocation", &[]),
    word("validity", &[]),
    word("expiry", &[]),
    word("certificate-center", &[StepId("web-site")]),
    word("certificate-menu", &[StepId("app-open")]),
    word("terms", &[StepId("web-terms"), StepId("app-terms")]),
    word(
        "identification",
        &[
            StepId("web-id"),
            StepId("web-ars"),
            StepId("app-phone"),
            StepId("app-ars"),
        ],
    ),
    word("ars", &[StepId("web-ars"), StepId("app-ars")]),
    word("approval-number", &[StepId("web-ars"), StepId("app-ars")]),
    word("text-code", &[StepId("app-phone")]),
    word("reply-code", &[StepId("cloud")]),
    word("sms", &[StepId("cloud"), StepId("app-phone")]),
    word("pass", &[StepId("app-phone")]),
    word("carrier", &[StepId("app-phone")]),
    word("budget-carrier", &[StepId("app-phone")]),
    word(
        "line-owner",
        &[StepId("app-phone"), StepId("web-ars"), StepId("app-ars")],
    ),
    word(
        "withdrawal-account",
        &[StepId("web-account"), StepId("app-account")],
    ),
    word(
        "account-password",
        &[StepId("web-account"), StepId("app-account")],
    ),
    word("security-medium", &[StepId("web-method")]),
    word(
        "security-card",
        &[StepId("web-method"), StepId("web-card"), StepId("app-card")],
    ),
    word("serial-number", &[StepId("web-card"), StepId("app-card")]),
    word("otp", &[StepId("web-method"), StepId("web-otp")]),
    word("mobile-otp", &[StepId("web-method"), StepId("web-otp")]),
    word("kftc", &[StepId("cloud")]),
    word("yeskey", &[StepId("cloud")]),
    word("cloud", &[StepId("cloud")]),
    word("cloud-connection", &[StepId("cloud")]),
    word("auto-connect", &[StepId("cloud")]),
    word("pin", &[StepId("pin")]),
    word("biometrics", &[StepId("pin")]),
    word("other-bank", &[StepId("web-menu")]),
    word("internet-banking", &[StepId("web-id")]),
    word("star-banking", &[StepId("app-open")]),
    word("call-center", &[]),
    word("branch", &[]),
    word(
        "customer-record",
        &[StepId("web-details"), StepId("app-details")],
    ),
    word("phishing", &[]),
    word("remote-control", &[]),
    word("payment-stop", &[]),
    word("departure-check", &[StepId("app-phone")]),
    word("dormant", &[StepId("web-account"), StepId("app-account")]),
];

const fn word(id: &'static str, steps: &'static [StepId]) -> Term {
    Term {
        id: TermId(id),
        steps,
    }
}
