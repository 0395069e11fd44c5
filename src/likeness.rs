//! Which texts are nearly equal, without comparing every pair: every text is drawn as a sketch, and only sketches
//! that agree in a stretch are laid side by side. Adding a text costs the same however many there are.

use crate::text::is_blank;
use std::collections::BTreeMap;

/// Characters of a shingle: long enough that two reports of the genre share few of them by chance.
const SHINGLE: usize = 5;
/// Numbers of a sketch.
const SLOTS: usize = 128;
/// Numbers of a stretch: texts that are nearly equal agree in at least one of them.
const STRETCH: usize = 4;
/// Texts remembered by one stretch; more would only say the same.
const REMEMBERED: usize = 8;
/// A text with fewer shingles is too short to be judged.
const SHORTEST: usize = 60;
/// So much of a text is looked at: longer ones are no reports.
const LONGEST: usize = 100_000;
/// Nearly equal from this percentage on.
const NEARLY: usize = 80;

/// A short picture of a text: for each slot the smallest hash of the shingles that fall into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch([u32; SLOTS]);

/// A text that came before and is like the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Like {
    /// The earlier text.
    pub id: u32,
    /// Shingles in common, in percent of all, estimated to a few percent.
    pub percent: usize,
}

/// Sketches of all texts so far.
#[derive(Debug, Default)]
pub struct Sketches {
    by_id: BTreeMap<u32, Sketch>,
    by_stretch: BTreeMap<(usize, [u32; STRETCH]), Vec<u32>>,
}

impl Sketch {
    /// The sketch of a text, blanks left out; None for a text that is too short.
    pub fn of(text: &str) -> Option<Sketch> {
        let characters: Vec<char> = text.chars().filter(|&c| !is_blank(c)).take(LONGEST).collect();
        let shingles = characters.windows(SHINGLE);
        if shingles.len() < SHORTEST {
            return None;
        }
        let mut slots = [u32::MAX; SLOTS];
        for shingle in shingles {
            let hash = hash(shingle);
            if let Some(slot) = slots.get_mut(hash as usize % SLOTS) {
                *slot = (*slot).min((hash >> 32) as u32);
            }
        }
        Some(Sketch(slots))
    }

    fn percent_like(&self, other: &Sketch) -> usize {
        let filled = |&(a, b): &(&u32, &u32)| (*a, *b) != (u32::MAX, u32::MAX);
        let pairs = || self.0.iter().zip(&other.0).filter(filled);
        pairs().filter(|(a, b)| a == b).count() * 100 / pairs().count().max(1)
    }

    fn stretches(&self) -> impl Iterator<Item = (usize, [u32; STRETCH])> + '_ {
        let stretch = |(at, slots): (usize, &[u32])| Some((at, slots.try_into().ok()?));
        self.0.chunks(STRETCH).enumerate().filter_map(stretch)
    }
}

impl Sketches {
    /// Remembers a text, in place of an older one with this id, and gives the one of the others that is most like
    /// it, where one is nearly equal.
    pub fn add(&mut self, id: u32, sketch: Sketch) -> Option<Like> {
        self.by_id.remove(&id);
        let mut best: Option<Like> = None;
        for key in sketch.stretches() {
            let known = self.by_stretch.entry(key).or_default();
            known.retain(|other| self.by_id.contains_key(other));
            for &id in known.iter() {
                let percent = self.by_id.get(&id).map_or(0, |other| sketch.percent_like(other));
                if percent >= NEARLY && best.is_none_or(|best| (percent, best.id) > (best.percent, id)) {
                    best = Some(Like { id, percent });
                }
            }
            if known.len() < REMEMBERED {
                known.push(id);
            }
        }
        self.by_id.insert(id, sketch);
        best
    }

    /// Whether a text with this id is remembered.
    pub fn knows(&self, id: u32) -> bool {
        self.by_id.contains_key(&id)
    }

    /// Forgets a text.
    pub fn remove(&mut self, id: u32) {
        self.by_id.remove(&id);
    }

    /// Forgets all texts.
    pub fn clear(&mut self) {
        *self = Sketches::default();
    }
}

/// One multiplication a character; the last step mixes the upper half into the lower, which chooses the slot.
fn hash(shingle: &[char]) -> u64 {
    let mixed = shingle.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &c| {
        (hash ^ u64::from(u32::from(c)))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(23)
    });
    mixed ^ (mixed >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A long text in which no sentence is like another; `change` puts another number into the first lines.
    fn text(seed: u32, change: usize) -> String {
        let words = [
            "审查合同",
            "调解纠纷",
            "组织培训",
            "走访企业",
            "开展宣传",
            "办结信访",
            "清理文件",
        ];
        (0..60_u32)
            .map(|line| {
                let n = (line * 7919 + seed * 104_729) % 9973;
                let n = if (line as usize) < change { n + 1 } else { n };
                let at = (line + seed) as usize % words.len();
                format!(
                    "第{line}村{seed}组{}{n}件，{}。\n",
                    words[at],
                    words[(at + 3) % words.len()]
                )
            })
            .collect()
    }

    fn add(sketches: &mut Sketches, id: u32, text: &str) -> Option<Like> {
        sketches.add(id, Sketch::of(text).unwrap())
    }

    #[test]
    fn equal_and_nearly_equal_texts_find_each_other_and_others_do_not() {
        let mut sketches = Sketches::default();
        assert_eq!(add(&mut sketches, 1, &text(1, 0)), None);
        assert_eq!(add(&mut sketches, 2, &text(2, 0)), None);
        assert_eq!(
            add(&mut sketches, 3, &text(1, 0)),
            Some(Like { id: 1, percent: 100 })
        );
        let near = add(&mut sketches, 4, &text(2, 4)).unwrap();
        assert_eq!(near.id, 2);
        assert!((NEARLY..100).contains(&near.percent), "{near:?}");
    }

    #[test]
    fn a_text_that_went_or_changed_is_like_nothing() {
        let mut sketches = Sketches::default();
        add(&mut sketches, 1, &text(1, 0));
        add(&mut sketches, 2, &text(2, 0));
        sketches.remove(1);
        assert_eq!(add(&mut sketches, 3, &text(1, 0)), None);
        add(&mut sketches, 3, &text(5, 0));
        assert_eq!(add(&mut sketches, 4, &text(1, 0)), None);
    }

    #[test]
    fn blanks_do_not_count_and_a_line_is_too_short() {
        assert_eq!(Sketch::of("办理案件3件。"), None);
        let spaced: String = text(1, 0).chars().flat_map(|c| [c, ' ']).collect();
        assert_eq!(Sketch::of(&spaced), Sketch::of(&text(1, 0)));
    }
}
