//! What may go wrong at present, and how often.

/// Out of a thousand chances each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Weather {
    /// A call to the store is lost, answered late, made twice, or made when nobody waits for it any more.
    pub store: u32,
    /// A call to Telegram is cut, slow, refused by a machine in between, or answered in an odd shape.
    pub telegram: u32,
    /// Telegram wants to be left alone.
    pub floods: u32,
    /// A process dies, or stands still for a minute or two, on its way to or from the world.
    pub deaths: u32,
    /// Telegram brings an update twice, or does not hear that it was taken.
    pub post: u32,
}

impl Weather {
    pub const FAIR: Self = Self {
        store: 0,
        telegram: 0,
        floods: 0,
        deaths: 0,
        post: 0,
    };

    /// The climate of a seed: every kind of trouble alone, all together, and none.
    pub fn of(seed: u64) -> Self {
        let fair = Self::FAIR;
        match seed % 8 {
            0 => fair,
            1 => Self { store: 60, ..fair },
            2 => Self {
                telegram: 90,
                ..fair
            },
            3 => Self {
                floods: 150,
                ..fair
            },
            4 => Self { deaths: 12, ..fair },
            5 => Self {
                post: 150,
                deaths: 4,
                ..fair
            },
            _ => Self {
                store: 25,
                telegram: 40,
                floods: 30,
                deaths: 5,
                post: 50,
            },
        }
    }
}
