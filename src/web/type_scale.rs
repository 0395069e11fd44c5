//! The sizes and weights in which the page is set.

/// All sizes of `style.css`, in pixels; those that a report is mostly set in come first.
pub const SIZES: [u32; 7] = [16, 14, 13, 12, 18, 20, 24];

/// All weights of `style.css`.
pub const WEIGHTS: [u32; 2] = [400, 600];

#[cfg(test)]
mod tests {
    use super::{SIZES, WEIGHTS};

    /// What stands behind `name:` in the style, with this unit.
    fn in_style(name: &str, unit: &str) -> Vec<u32> {
        let style = include_str!("../../style.css");
        let values = style
            .split(name)
            .skip(1)
            .filter_map(|rest| rest.split([';', ' ']).next());
        let found: Vec<u32> = values
            .filter_map(|value| value.strip_suffix(unit))
            .map(|number| number.parse().unwrap())
            .collect();
        assert!(found.len() > 10, "{name} {found:?}");
        found
    }

    #[test]
    fn the_style_has_no_other_sizes_and_weights() {
        for size in in_style("font-size: ", "px") {
            assert!(SIZES.contains(&size), "{size} px");
        }
        for weight in in_style("font-weight: ", "") {
            assert!(WEIGHTS.contains(&weight), "weight {weight}");
        }
    }

    /// A browser sets these in a third weight if it is not told otherwise: looking for that font while the first
    /// report is drawn took 20 ms.
    #[test]
    fn what_a_browser_makes_bold_has_one_of_the_weights() {
        let style = include_str!("../../style.css");
        assert!(style.contains("\nh1, h2, h3, h4, b, th { font-weight: 600; }\n"));
    }
}
