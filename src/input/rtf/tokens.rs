//! RTF → groups, control words and bytes.

/// One piece of the file.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'b> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word` with its number, if it has one.
    Word(&'b str, Option<i32>),
    /// `\*`, `\~` and their like.
    Symbol(u8),
    /// A byte of text, plain or written as `\'hh`.
    Byte(u8),
}

/// Reads from front to back; never fails.
pub struct Tokens<'b> {
    rest: &'b [u8],
}

impl<'b> Tokens<'b> {
    /// Starts at the beginning.
    pub fn new(bytes: &'b [u8]) -> Tokens<'b> {
        Tokens { rest: bytes }
    }

    fn word(&mut self) -> Token<'b> {
        let length = self
            .rest
            .iter()
            .take(32)
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let (name, rest) = self.rest.split_at(length);
        let is_negative = rest.first() == Some(&b'-');
        let digits_at = usize::from(is_negative);
        let digits = rest
            .iter()
            .skip(digits_at)
            .take(10)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let (number, used) = match digits {
            0 => (None, 0),
            _ => {
                let text = std::str::from_utf8(&rest[..digits_at + digits]).unwrap_or_default();
                (text.parse::<i32>().ok(), digits_at + digits)
            }
        };
        let rest = &rest[used..];
        self.rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let name = std::str::from_utf8(name).unwrap_or_default();
        if name == "bin" {
            // What follows is no text but bytes of a picture.
            let count = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.rest = self.rest.get(count..).unwrap_or_default();
        }
        Token::Word(name, number)
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            return Some(match byte {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\r' | b'\n' | 0 => continue,
                b'\\' => match *self.rest.first()? {
                    letter if letter.is_ascii_alphabetic() => self.word(),
                    b'\'' => {
                        let digits = self
                            .rest
                            .get(1..3)
                            .and_then(|digits| std::str::from_utf8(digits).ok());
                        let value = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
                        self.rest = self
                            .rest
                            .get(if value.is_some() { 3 } else { 1 }..)
                            .unwrap_or_default();
                        match value {
                            Some(value) => Token::Byte(value),
                            None => continue,
                        }
                    }
                    symbol => {
                        self.rest = &self.rest[1..];
                        match symbol {
                            b'\\' | b'{' | b'}' => Token::Byte(symbol),
                            b'\r' | b'\n' => Token::Word("par", None),
                            symbol => Token::Symbol(symbol),
                        }
                    }
                },
                byte => Token::Byte(byte),
            });
        }
    }
}
