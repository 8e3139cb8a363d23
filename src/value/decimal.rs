//! Exact figures: money, area and percent. The only file that names the decimal library.
//!
//! In: digits as typed. Out: [`Money`] (at most two decimals), [`Area`] (m², at most two decimals),
//! [`Percent`]. Always: no floats; sums are exact; the magnitude is capped far above any community's budget, so that sums
//! over a whole record cannot overflow.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{ValueError, half_width};

/// Ten trillion: the sum of a record of 20,000 nodes still fits the decimal type.
const MAX_WHOLE_DIGITS: usize = 13;

/// An amount of the site's currency, at most two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(Decimal);

/// Square metres, at most two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Area(Decimal);

/// A share in hundredths, with the decimals as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Percent(Decimal);

fn plain(text: &str, decimals: usize, signed: bool) -> Option<Decimal> {
    let digits = text.strip_prefix('-').filter(|_| signed).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let is_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let whole_ok = is_digits(whole) && whole.len() <= MAX_WHOLE_DIGITS && (whole.len() == 1 || !whole.starts_with('0'));
    let fraction_ok = fraction.is_none_or(|f| is_digits(f) && f.len() <= decimals);
    (whole_ok && fraction_ok).then(|| Decimal::from_str_exact(text).ok()).flatten()
}

impl Money {
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Parses `1234.50`, also `¥1234.50` and `1234.50元`; thousands separators and 万 are refused with
    /// the plain figure as the suggestion (REV-04).
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let tidy = half_width(text);
        let bare = tidy.trim_start_matches(['¥', '￥']).trim_end_matches("人民币").trim_end_matches('元').trim();
        if let Some(value) = plain(bare, 2, true) {
            return Ok(Self(value));
        }
        if bare.contains(',') {
            let joined = bare.replace(',', "");
            if let Some(value) = plain(&joined, 2, true) {
                return Err(ValueError::new("money-separator").arg("text", text.trim()).arg("plain", Self(value).to_string()));
            }
        }
        for (unit, factor) in [("亿", 100_000_000u32), ("万", 10_000)] {
            if let Some(value) = bare.strip_suffix(unit).and_then(|n| Decimal::from_str_exact(n.trim()).ok()) {
                let error = ValueError::new("money-unit").arg("text", text.trim()).arg("unit", unit);
                let plain = value.checked_mul(Decimal::from(factor)).map_or_else(String::new, |v| Self(v).to_string());
                return Err(error.arg("plain", plain));
            }
        }
        let decimals =
            bare.split_once('.').is_some_and(|(w, f)| f.len() > 2 && plain(w, 0, true).is_some() && f.bytes().all(|b| b.is_ascii_digit()));
        if decimals {
            return Err(ValueError::new("money-decimals").arg("text", text.trim()));
        }
        Err(ValueError::new("money-unreadable").arg("text", text.trim()))
    }

    #[cfg(test)]
    pub fn from_fen(fen: i64) -> Self {
        Self(Decimal::new(fen, 2))
    }

    /// The amount in hundredths.
    pub fn fen(self) -> i64 {
        (self.0 * Decimal::from(100)).to_i64().unwrap_or(0)
    }

    pub fn is_positive(self) -> bool {
        self.0 > Decimal::ZERO
    }

    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    pub fn is_negative(self) -> bool {
        self.0 < Decimal::ZERO
    }

    /// `part` of this amount in percent with one decimal; `None` if this amount is zero.
    pub fn share(self, part: Self) -> Option<Percent> {
        Percent::of_decimals(part.0, self.0, 1)
    }
}

impl Area {
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let tidy = half_width(text);
        let bare = tidy.trim_end_matches("平方米").trim_end_matches("m²").trim_end_matches('㎡').trim();
        plain(bare, 2, false).map(Self).ok_or_else(|| ValueError::new("area-unreadable").arg("text", text.trim()))
    }

    pub fn from_hundredths(hundredths: i64) -> Self {
        Self(Decimal::new(hundredths, 2))
    }

    /// Hundredths of a square metre, for exact comparisons.
    pub fn hundredths(self) -> i64 {
        (self.0 * Decimal::from(100)).to_i64().unwrap_or(0)
    }

    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    pub fn share(self, part: Self) -> Option<Percent> {
        Percent::of_decimals(part.0, self.0, 1)
    }
}

impl Percent {
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);

    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let tidy = half_width(text);
        let bare = tidy.trim_end_matches('%').trim();
        plain(bare, 6, false).map(Self).ok_or_else(|| ValueError::new("percent-unreadable").arg("text", text.trim()))
    }

    /// `part` of `whole` in percent, rounded half up to `decimals`; `None` if `whole` is zero.
    pub fn of(part: i64, whole: i64, decimals: u32) -> Option<Self> {
        Self::of_decimals(Decimal::from(part), Decimal::from(whole), decimals)
    }

    fn of_decimals(part: Decimal, whole: Decimal, decimals: u32) -> Option<Self> {
        let share = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
        let mut share = share.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        share.rescale(decimals);
        Some(Self(share))
    }

    pub fn is_over(self, other: Self) -> bool {
        self.0 > other.0
    }
}

macro_rules! sums {
    ($($ty:ty),*) => {$(
        impl std::fmt::Display for $ty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::ops::Add for $ty {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0.saturating_add(other.0))
            }
        }
        impl std::ops::Sub for $ty {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0.saturating_sub(other.0))
            }
        }
        impl std::iter::Sum for $ty {
            fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
                items.fold(Self::default(), |a, b| a + b)
            }
        }
    )*};
}
sums!(Area, Percent);

impl std::fmt::Display for Money {
    /// Two decimals always: `18640.00`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut value = self.0;
        value.rescale(2);
        value.fmt(f)
    }
}

impl std::ops::Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, |a, b| a + b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_as_people_type_it_or_refused_with_the_plain_figure() {
        for (text, expected) in [
            ("1234.10", Ok("1234.10")),
            ("0", Ok("0.00")),
            ("-5.5", Ok("-5.50")),
            ("１２３元", Ok("123.00")),
            ("¥86420", Ok("86420.00")),
            ("9876543210987.21", Ok("9876543210987.21")),
            ("1,234.10", Err("money-separator")),
            ("1，234", Err("money-separator")),
            ("2.5万", Err("money-unit")),
            ("1.234", Err("money-decimals")),
            ("1e3", Err("money-unreadable")),
            ("0x10", Err("money-unreadable")),
            ("010", Err("money-unreadable")),
            ("1_000", Err("money-unreadable")),
            ("98765432109876543.21", Err("money-unreadable")),
            ("", Err("money-unreadable")),
        ] {
            let got = Money::parse(text).map(|m| m.to_string()).map_err(|e| e.message);
            assert_eq!(got, expected.map(str::to_owned), "{text:?}");
        }
        let error = Money::parse("2.5万").unwrap_err();
        assert!(error.args.contains(&("plain", "25000.00".into())));
    }

    #[test]
    fn shares_round_at_their_own_precision() {
        assert_eq!(Percent::of(773, 1274, 2).unwrap().to_string(), "60.68");
        assert_eq!(Percent::of(1, 0, 1), None);
        assert_eq!(Money::from_fen(1864000).share(Money::from_fen(932000)).unwrap().to_string(), "50.0");
    }
}
