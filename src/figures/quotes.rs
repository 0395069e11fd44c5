//! Which quotation marks are open while a line is scanned.

/// Which quotation marks are open. A slogan stands in marks and is short.
#[derive(Default)]
pub(super) struct Quotes {
    open: Option<(char, usize)>,
}

impl Quotes {
    /// A mark that opens or closes.
    pub(super) fn see(&mut self, c: char, at: usize) {
        match c {
            '“' | '《' | '〔' | '「' | '‘' | '【' => self.open = Some((c, at)),
            _ => self.open = None,
        }
    }

    /// A mark that does not say which it is.
    pub(super) fn toggle(&mut self, at: usize) {
        self.open = match self.open {
            Some(('"', _)) => None,
            _ => Some(('"', at)),
        };
    }

    /// Whether a short quotation, or a name in 《》, is open around `at`.
    pub(super) fn encloses(&self, text: &str, at: usize) -> bool {
        let Some((mark, from)) = self.open else {
            return false;
        };
        let close = match mark {
            '“' => '”',
            '《' => '》',
            '〔' => '〕',
            '「' => '」',
            '‘' => '’',
            '【' => '】',
            mark => mark,
        };
        let limit = if mark == '《' { 80 } else { 18 };
        let mut inside = text[from + mark.len_utf8()..].chars().take(limit);
        at > from && inside.any(|c| c == close)
    }
}
