//! 市 is the ending of provinces, cities and counties alike: a list tells them apart.

use super::Level;

const NAMES: &str = include_str!("../../data/county-level-cities.txt");

/// Level of a name that ends in 市: a municipality, a county-level city, or else a city with districts.
///
/// A city named behind another one (`甲市乙市`) is a county-level city whatever its name.
pub(super) fn city_level(name: &str) -> Level {
    let name = name.strip_suffix('市').unwrap_or(name);
    // What follows the last 省, 市 or 州 of those in front; the one that ends 福州 belongs to its name.
    let mut inside = name.char_indices().rev().skip(1);
    let border = inside.find(|(_, c)| matches!(c, '省' | '市' | '州'));
    if border.is_some_and(|(_, c)| c != '省') {
        return Level::County;
    }
    let last = border.map_or(name, |(at, c)| &name[at + c.len_utf8()..]);
    let last = last.rsplit("自治区").next().unwrap_or(last);
    let mut lines = NAMES.lines().filter(|line| !line.starts_with('#'));
    let named = |line: &str| line.split(' ').any(|city| city == last || city == name);
    if lines.next().is_some_and(named) {
        return Level::Province;
    }
    if lines.any(named) {
        Level::County
    } else {
        Level::City
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_ending_and_three_levels() {
        assert_eq!(city_level("重庆市"), Level::Province);
        assert_eq!(city_level("昆山市"), Level::County);
        assert_eq!(city_level("泽桐市"), Level::City);
        assert_eq!(city_level("澜川省泽桐市"), Level::City);
        assert_eq!(city_level("泽桐市柳林市"), Level::County);
        for city in ["福州市", "澜川省泽州市", "澜川自治区泽州市"] {
            assert_eq!(city_level(city), Level::City);
        }
        assert_eq!(city_level("泽州柳林市"), Level::County);
    }
}
