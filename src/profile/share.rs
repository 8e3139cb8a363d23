//! Shares of a whole, compared in whole numbers.
//!
//! In: `2/3`, `>1/2`. Out: [`Share`]. Always: compared by cross-multiplication, without rounding.

/// A share of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    pub num: u32,
    pub den: u32,
    /// Whether more than the share is needed ("过半数"); otherwise the share itself is enough ("以上").
    pub over: bool,
}

/// The whole of which the votes in favor must be a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// All who are entitled to vote.
    Eligible,
    /// Those who take part.
    Present,
    /// All votes cast, including spoilt ones.
    Votes,
}

impl Share {
    /// `2/3` at least, `>1/2` more than.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (over, text) = text.strip_prefix('>').map_or((false, text), |rest| (true, rest));
        let (num, den) = text.split_once('/')?;
        let (num, den) = (num.trim().parse().ok()?, den.trim().parse().ok()?);
        (den > 0 && den <= 1000 && num <= den).then_some(Self { num, den, over })
    }

    /// Whether `part` of `whole` reaches the share; never if `whole` is zero.
    pub fn reached(self, part: i64, whole: i64) -> bool {
        let (have, need) = (i128::from(part) * i128::from(self.den), i128::from(whole) * i128::from(self.num));
        whole > 0 && if self.over { have > need } else { have >= need }
    }

    /// The smallest whole number that is the share of `whole`.
    pub fn least(self, whole: i64) -> i64 {
        let (product, den) = (i128::from(whole) * i128::from(self.num), i128::from(self.den));
        let least = if self.over { product / den + 1 } else { (product + den - 1) / den };
        i64::try_from(least).unwrap_or(i64::MAX)
    }

    /// Catalogue id of a phrase for the share, if there is one.
    pub fn word(self) -> Option<&'static str> {
        Some(match (self.num, self.den, self.over) {
            (1, 2, true) => "decision_over_half",
            (2, 3, false) => "decision_two_thirds",
            (2, 3, true) => "decision_over_two_thirds",
            (3, 4, false) => "decision_three_quarters",
            (1, 1, false) => "decision_all",
            _ => return None,
        })
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}/{}", if self.over { ">" } else { "" }, self.num, self.den)
    }
}

impl Whole {
    pub fn code(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Present => "present",
            Self::Votes => "votes",
        }
    }

    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Eligible, Self::Present, Self::Votes].into_iter().find(|w| w.code() == code)
    }
}
