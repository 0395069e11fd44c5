//! Which quotation marks are open while a line is scanned.

/// No name of a document is longer, in characters.
const LONGEST_NAME: usize = 80;

/// Which quotation marks are open. A slogan stands in marks and is short.
#[derive(Default)]
pub(super) struct Quotes {
    open: Option<(char, usize)>,
}

impl Quotes {
    /// A mark that opens or closes.
    pub(super) fn see(&mut self, c: char, at: usize) {
        // 《…“双下降”十条意见》: the name goes on behind the words marked in it.
        let in_name = matches!(self.open, Some(('《', from)) if at - from < LONGEST_NAME * 3);
        match c {
            '“' | '”' | '‘' | '’' if in_name => {}
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
        let limit = if mark == '《' { LONGEST_NAME } else { 18 };
        let mut inside = text[from + mark.len_utf8()..].chars().take(limit);
        at > from && inside.any(|c| c == close)
    }
}
