//! The words for what is chosen from a closed list, as they stand in codes. They are never changed.

use crate::dialogue::press::{LabelChoice, Later, Page, Question};
use crate::dialogue::settings::Language;
use crate::guide::plan::{Channel, Detail, Identification, Medium, Purpose, Situation};
use crate::guide::topic::Shelf;
use crate::guide::trouble::Group;

/// A value that has one word in codes.
pub trait Name: Sized {
    /// The word: small ASCII letters, digits and hyphens.
    fn name(self) -> &'static str;
    /// The value of a word, if there is one.
    fn named(word: &str) -> Option<Self>;
}

/// One table serves both ways, and the compiler asks for every value.
macro_rules! names {
    ($type:ty { $($value:pat => $made:expr, $word:literal;)* }) => {
        impl Name for $type {
            fn name(self) -> &'static str {
                match self {
                    $($value => $word,)*
                }
            }

            fn named(word: &str) -> Option<Self> {
                match word {
                    $($word => Some($made),)*
                    _ => None,
                }
            }
        }
    };
    ($type:ident: $($variant:ident = $word:literal),* $(,)?) => {
        names!($type { $($type::$variant => $type::$variant, $word;)* });
    };
}

names!(bool { true => true, "on"; false => false, "off"; });

names!(Language:
    Korean = "ko",
    Easy = "easy",
    English = "en",
);

names!(Page:
    Help = "help",
    Privacy = "privacy",
    MyData = "mydata",
    Erase = "erase",
    Safety = "safety",
    Compare = "compare",
    Human = "human",
    Shelves = "shelves",
    Groups = "groups",
    Terms = "terms",
    Genuine = "genuine",
);

names!(Shelf:
    Basics = "basics",
    Doing = "doing",
    Identity = "identity",
    Security = "security",
    Situations = "situations",
    Trouble = "trouble",
    Safety = "safety",
    Bot = "bot",
);

names!(Group:
    Preparing = "preparing",
    ArsAndPhone = "ars",
    TextAndCloud = "text",
    CardAndOtp = "card",
    AccountAndPin = "account",
    BrowserAndApp = "browser",
    RenewalAndOtherBanks = "renewal",
    DevicesAndAbroad = "devices",
    Safety = "safety",
);

names!(Later: Tomorrow = "1", ThreeDays = "3", NextWeek = "7");

names!(LabelChoice:
    Mine = "mine",
    Mother = "mother",
    Father = "father",
    Spouse = "spouse",
    Work = "work",
);

names!(Question:
    Purpose = "purpose",
    Detail = "detail",
    Situation = "situation",
    Channel = "channel",
    Medium = "medium",
    Identification = "identification",
);

names!(Purpose:
    Issue = "issue",
    Reissue = "reissue",
    Renew = "renew",
    Revoke = "revoke",
    Password = "password",
    Phone = "phone",
    OtherBank = "other",
);

names!(Detail:
    PasswordKnown = "password-known",
    PasswordForgotten = "password-forgotten",
    NewPhone = "new-phone",
    NewNumber = "new-number",
    SecondDevice = "second-device",
    KbElsewhere = "kb-elsewhere",
    OtherAtKb = "other-at-kb",
);

names!(Situation:
    Ordinary = "ordinary",
    Abroad = "abroad",
    NoOwnPhone = "no-own-phone",
    Under14 = "under-14",
    Business = "business",
    Foreigner = "foreigner",
);

names!(Channel: Web = "web", App = "app");

names!(Medium: Card = "card", Otp = "otp", KbCert = "kb-cert", Nothing = "nothing");

names!(Identification: Phone = "phone", Ars = "ars");
