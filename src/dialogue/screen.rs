//! What the person sees, without language or Telegram.

use super::certificate::CertificateId;
use super::press::Press;
use super::text::Text;

/// One screen: paragraphs, and rows of buttons below them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    pub paragraphs: Vec<Text>,
    pub rows: Vec<Vec<Button>>,
}

/// One button: what stands on it and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    pub label: Text,
    pub does: Does,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Does {
    Press(Press),
    Open(Site),
    /// Lets the person send a link by which another gets the reminders of this certificate.
    Share(CertificateId),
}

/// The only places outside that we ever point to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Site {
    Kb,
    Yeskey,
}

impl Site {
    /// The front page: deep pages move.
    pub fn url(self) -> &'static str {
        match self {
            Site::Kb => "https://www.kbstar.com",
            Site::Yeskey => "https://www.yeskey.or.kr",
        }
    }
}

impl Screen {
    pub fn new(paragraphs: Vec<Text>) -> Self {
        Self {
            paragraphs,
            rows: Vec::new(),
        }
    }

    /// Adds a row of buttons.
    pub fn row(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.rows.push(buttons);
        }
        self
    }

    /// Adds one button to a row.
    pub fn rows(mut self, buttons: impl IntoIterator<Item = Button>) -> Self {
        self.rows
            .extend(buttons.into_iter().map(|button| vec![button]));
        self
    }

    /// Every press that this screen offers.
    pub fn presses(&self) -> impl Iterator<Item = Press> + '_ {
        self.rows
            .iter()
            .flatten()
            .filter_map(|button| match button.does {
                Does::Press(press) => Some(press),
                Does::Open(_) | Does::Share(_) => None,
            })
    }
}

impl Button {
    pub fn press(label: Text, press: Press) -> Self {
        Self {
            label,
            does: Does::Press(press),
        }
    }

    /// A button whose label is a text without anything put into it.
    pub fn plain(label: &'static str, press: Press) -> Self {
        Self::press(Text::new(label), press)
    }

    pub fn share(label: &'static str, certificate: CertificateId) -> Self {
        Self {
            label: Text::new(label),
            does: Does::Share(certificate),
        }
    }

    pub fn open(label: &'static str, site: Site) -> Self {
        Self {
            label: Text::new(label),
            does: Does::Open(site),
        }
    }
}
