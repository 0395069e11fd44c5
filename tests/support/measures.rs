//! Counts and shares, and what is computed from them.

/// Found, extra and missed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub found: usize,
    pub extra: usize,
    pub missed: usize,
}

/// Right answers out of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub right: usize,
    pub all: usize,
}

impl Counts {
    pub fn precision(self) -> f64 {
        ratio(self.found, self.found + self.extra)
    }

    pub fn recall(self) -> f64 {
        ratio(self.found, self.found + self.missed)
    }

    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }

    pub fn merge(&mut self, other: Counts) {
        self.found += other.found;
        self.extra += other.extra;
        self.missed += other.missed;
    }
}

impl Share {
    pub fn ratio(self) -> f64 {
        ratio(self.right, self.all)
    }

    pub fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    pub fn merge(&mut self, other: Share) {
        self.right += other.right;
        self.all += other.all;
    }
}

/// Nothing out of nothing counts as all.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_give_the_usual_measures() {
        let counts = Counts {
            found: 3,
            extra: 1,
            missed: 0,
        };
        assert_eq!((counts.precision(), counts.recall()), (0.75, 1.0));
        assert_eq!(Counts::default().f1(), 1.0);
    }
}
