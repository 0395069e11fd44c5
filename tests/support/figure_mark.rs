//! The part of a mark behind `=` or `~`: what a figure says.

use super::gold::GoldFigure;
use fajing::numeral::Decimal;

const HEDGES: [&str; 5] = ["exact", "about", "below", "above", "at_most"];

/// Reads `INDICATOR` or `INDICATOR @ VALUE[..MAX] UNIT HEDGE from|to`; what is left out is read off plain text (`近220份`).
pub fn parse(attributes: &str, text: &str, span: (usize, usize), must: bool) -> Result<GoldFigure, String> {
    let (indicator, details) = attributes.split_once('@').unwrap_or((attributes, ""));
    let indicator = indicator.trim();
    if indicator.is_empty() {
        return Err(format!("the figure {text} has no indicator"));
    }
    let mut figure = GoldFigure {
        start: span.0,
        end: span.1,
        text: text.to_string(),
        value: Decimal::ZERO,
        value_max: None,
        unit: String::new(),
        hedge: "exact".into(),
        direction: None,
        indicator: indicator.into(),
        must,
    };
    let (mut value, mut unit) = (None, None);
    for word in details.split_whitespace() {
        if HEDGES.contains(&word) {
            figure.hedge = word.into();
        } else if word == "from" || word == "to" {
            figure.direction = Some(word.into());
        } else if word.starts_with(|c: char| c.is_ascii_digit()) {
            let (low, high) = word
                .split_once("..")
                .map_or((word, None), |(low, high)| (low, Some(high)));
            value = Some(decimal(low)?);
            figure.value_max = high.map(decimal).transpose()?;
        } else if unit.replace(word).is_some() {
            return Err(format!("the figure {text} has two units"));
        }
    }
    let plain = plain_number(text);
    figure.value = match (value, plain) {
        (Some(value), _) => value,
        (None, Some((digits, _))) => decimal(digits)?,
        (None, None) => {
            return Err(format!(
                "the value of {text} cannot be read off: write it behind @"
            ));
        }
    };
    figure.unit = match (unit, plain) {
        (Some("-"), _) => String::new(),
        (Some(unit), _) => unit.into(),
        (None, Some((_, unit))) if !unit.is_empty() => unit.replace('％', "%"),
        (None, _) => {
            return Err(format!(
                "the unit of {text} cannot be read off: write it behind @"
            ));
        }
    };
    Ok(figure)
}

fn decimal(text: &str) -> Result<Decimal, String> {
    text.parse().map_err(|_| format!("{text} is no decimal number"))
}

/// The digits and what follows them, where that can only be the unit, or nothing.
fn plain_number(text: &str) -> Option<(&str, &str)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(rest.len());
    let (digits, unit) = rest.split_at(end);
    let plain = !unit.starts_with(['万', '亿', '千', '百', '余', '多', '来', '几', ' '])
        && !unit.ends_with("以上")
        && !unit.chars().any(|c| c.is_ascii_digit());
    plain.then_some((digits, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, attributes: &str) -> Result<GoldFigure, String> {
        parse(attributes, text, (0, text.chars().count()), true)
    }

    #[test]
    fn a_plain_figure_needs_its_indicator_only() {
        let figure = read("98.4％", "化解率").unwrap();
        assert_eq!(
            (figure.value.to_string().as_str(), figure.unit.as_str()),
            ("98.4", "%")
        );
        assert_eq!(read("近220份", "审查合同 @ below").unwrap().unit, "份");
    }

    #[test]
    fn what_is_not_plain_has_to_be_written_out() {
        assert!(read("64余万元", "涉及金额 @ above").is_err());
        assert!(read("三起", "案件").is_err());
        let figure = read("3至5名", "联络员 @ 3..5 名").unwrap();
        assert_eq!(figure.value_max, Some(Decimal::from(5)));
        assert_eq!(
            read("由12个", "证明事项 @ from").unwrap().direction.as_deref(),
            Some("from")
        );
    }

    #[test]
    fn a_figure_without_indicator_or_with_two_units_is_refused() {
        assert!(read("3件", "").is_err());
        assert!(read("3件", "案件 @ 3 件 起").is_err());
    }
}
