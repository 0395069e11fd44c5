//! The level of headings without number: what their neighbours imply.

use super::heading::Heading;
use super::level::Named;
use super::mark::Mark;

/// What stands around a heading among those whose level is known from their number.
#[derive(Debug, Clone, Copy, Default)]
struct After {
    /// The next one.
    next: Option<usize>,
    /// The number of the next one of level 1.
    top: Option<u32>,
}

/// Sets the level of every heading that has none yet.
pub(super) fn assign(headings: &[Heading], named: &[Named], top_numbered: bool, levels: &mut [Option<u8>]) {
    let mut walk = Walk {
        headings,
        named,
        top_numbered,
        after: after(headings, levels),
        top: None,
        top_number: 0,
        before: None,
        counted: false,
    };
    for at in 0..headings.len() {
        let level = levels[at].unwrap_or_else(|| walk.level(levels, at));
        levels[at] = Some(level);
        walk.pass(at, level);
    }
}

/// One pass from behind, so that no heading has to look far ahead.
fn after(headings: &[Heading], levels: &[Option<u8>]) -> Vec<After> {
    let mut after = vec![After::default(); headings.len()];
    let mut next = After::default();
    for at in (0..headings.len()).rev() {
        after[at] = next;
        if let Some(level) = levels[at] {
            next.next = Some(at);
            let number = number(&headings[at]).filter(|_| level == 1);
            next.top = number.map(|mark| mark.value).or(next.top);
        }
    }
    after
}

fn number(heading: &Heading) -> Option<Mark> {
    heading.mark.filter(|mark| mark.value > 0)
}

struct Walk<'h> {
    headings: &'h [Heading],
    named: &'h [Named],
    top_numbered: bool,
    after: Vec<After>,
    /// The section of level 1 that is open, and the item that its heading names.
    top: Option<Named>,
    /// The last number of level 1.
    top_number: u32,
    /// The last heading that has a number or level 1, and its level.
    before: Option<(usize, u8)>,
    /// Whether any heading so far has a number.
    counted: bool,
}

impl Walk<'_> {
    fn pass(&mut self, at: usize, level: u8) {
        let number = number(&self.headings[at]);
        if level == 1 {
            self.top = Some(self.named[at]);
            self.top_number = number.map_or(self.top_number, |mark| mark.value);
        }
        if level == 1 || number.is_some() {
            self.before = Some((at, level));
        }
        self.counted |= number.is_some();
    }

    fn level(&self, levels: &[Option<u8>], at: usize) -> u8 {
        let can_be_top = self.can_be_top(at);
        if can_be_top && self.named[at].is_some() && self.top != Some(self.named[at]) {
            return 1;
        }
        if let Some(below) = self.first_below(levels, at).filter(|&below| below >= 2)
            && (below > 2 || can_be_top)
        {
            return below - 1;
        }
        match self.top {
            // Before everything else, and nothing names it: a theme of a flat report, or a level whose number was lost.
            None => 1,
            Some(None) if !self.top_numbered && !self.counted => 1 + u8::from(self.headings[at].direct),
            Some(_) => self.beside(at),
        }
    }

    /// Whether level 1 has room here: no numbers at all, one of them missing (一、 … 三、), or the last one passed.
    fn can_be_top(&self, at: usize) -> bool {
        let gap = self.after[at].top.is_none_or(|next| next > self.top_number + 1);
        !self.top_numbered || gap || self.top.is_none()
    }

    /// The level of a first number directly below: `（一）` under this heading.
    fn first_below(&self, levels: &[Option<u8>], at: usize) -> Option<u8> {
        let next = self.headings.get(at + 1).filter(|next| next.direct)?;
        levels[at + 1].filter(|_| number(next).is_some_and(|mark| mark.value == 1))
    }

    /// The level beside numbered headings: a child of the one before, or its sibling with a lost number.
    fn beside(&self, at: usize) -> u8 {
        let Some((before, level)) = self.before else {
            return 2;
        };
        let Some(mark) = number(&self.headings[before]).filter(|_| level > 1) else {
            return level + 1;
        };
        let next = self.after[at].next.and_then(|next| self.headings[next].mark);
        match next.filter(|next| next.style == mark.style && next.value > mark.value) {
            Some(next) if next.value == mark.value + 1 => level + 1,
            Some(_) => level,
            // Nothing goes on the count: directly below a heading stands its child, behind its text its sibling.
            None if self.headings[before + 1].direct => level + 1,
            None => level,
        }
    }
}
