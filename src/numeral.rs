//! Chinese and Arabic numerals with their multipliers → exact decimals.

pub use rust_decimal::Decimal;
