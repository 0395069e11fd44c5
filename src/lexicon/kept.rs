//! Tables of words that a profile brings: it takes longer to make one than to look up a report's words in it.

use super::Starts;
use std::cell::Cell;
use std::rc::Rc;

/// The table that was made last, and what it was made of. One for each thread: reports mostly follow reports that are
/// read by the same profile.
pub struct Kept<K, V>(Cell<Option<(K, Rc<Starts<'static, V>>)>>);

impl<K: Clone + PartialEq, V> Kept<K, V> {
    /// None is made yet.
    pub const fn new() -> Kept<K, V> {
        Kept(Cell::new(None))
    }

    /// The table of what `rows` says of a key: made only where the key is another one than the last time.
    pub fn of<W: Into<String>, R: IntoIterator<Item = (W, V)>>(
        &self,
        key: &K,
        rows: impl FnOnce() -> R,
    ) -> Rc<Starts<'static, V>> {
        let make = || {
            let owned = |(word, value): (W, V)| -> (String, V) { (word.into(), value) };
            (
                key.clone(),
                Rc::new(Starts::of_rows(rows().into_iter().map(owned))),
            )
        };
        let kept = self.0.take().filter(|(of, _)| of == key).unwrap_or_else(make);
        let table = Rc::clone(&kept.1);
        self.0.set(Some(kept));
        table
    }
}

impl<K: Clone + PartialEq, V> Default for Kept<K, V> {
    fn default() -> Kept<K, V> {
        Kept::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_key_gets_another_table() {
        let kept = Kept::new();
        let table = |key: &str| kept.of(&key.to_string(), || key.split(' ').map(|word| (word, ())));
        let first = table("审查 审核");
        assert!(Rc::ptr_eq(&first, &table("审查 审核")));
        assert_eq!(table("调解").word("调解纠纷"), Some("调解"));
        assert_eq!(table("审查 审核").word("审核合同"), Some("审核"));
    }
}
