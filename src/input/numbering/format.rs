//! How a number of a list is written: the formats of Word, WPS and LibreOffice.

/// A way to write the numbers of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NumberFormat {
    /// 1, 2, 3
    #[default]
    Decimal,
    /// 01, 02, …; the number says how many digits there are at least.
    Padded(u8),
    /// １, ２, ３
    FullWidth,
    /// ① to ⑳, then plain.
    Circle,
    /// ⒈ to ⒛, then plain.
    FullStop,
    /// ⑴ to ⒇, then plain.
    Parenthesised,
    /// - 1 -
    Dashed,
    /// I, II, III
    UpperRoman,
    /// i, ii, iii
    LowerRoman,
    /// A, B … Z, AA, BB
    UpperLetter,
    /// a, b … z, aa, bb
    LowerLetter,
    /// 一, 十, 十一, 九十九, then digit by digit.
    Counting,
    /// 一, 十, 十一, 一百零一
    CountingThousand,
    /// 一, 十, 十一, 百一
    JapaneseCounting,
    /// 一, 一〇, 一一
    Digital,
    /// 壹, 壹拾
    Legal,
    /// 壹, 貳, 壹拾
    LegalTraditional,
    /// ㊀ to ㊉, then as [`NumberFormat::Counting`].
    CircledIdeograph,
    /// 甲, 乙 … 癸, then plain.
    Stem,
    /// 子, 丑 … 亥, then plain.
    Branch,
    /// 甲子, 乙丑 … 癸亥, then plain.
    StemBranch,
    /// The level's text is a glyph and no number.
    Bullet,
    /// Nothing.
    None,
}

use NumberFormat::*;

impl NumberFormat {
    /// By its name in OOXML; `None` for one that is not known.
    pub fn from_ooxml(name: &str) -> Option<NumberFormat> {
        Some(match name {
            "decimal" | "decimalHalfWidth" | "ordinal" | "cardinalText" | "ordinalText" => Decimal,
            "decimalZero" => Padded(2),
            "decimalFullWidth" | "decimalFullWidth2" => FullWidth,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Circle,
            "decimalEnclosedFullstop" => FullStop,
            "decimalEnclosedParen" => Parenthesised,
            "numberInDash" => Dashed,
            "upperRoman" => UpperRoman,
            "lowerRoman" => LowerRoman,
            "upperLetter" => UpperLetter,
            "lowerLetter" => LowerLetter,
            "chineseCounting" | "taiwaneseCounting" => Counting,
            "chineseCountingThousand" | "taiwaneseCountingThousand" | "koreanCounting" => CountingThousand,
            "japaneseCounting" => JapaneseCounting,
            "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" | "koreanDigital2" => {
                Digital
            }
            "chineseLegalSimplified" => Legal,
            "ideographLegalTraditional" | "japaneseLegal" => LegalTraditional,
            "ideographEnclosedCircle" => CircledIdeograph,
            "ideographTraditional" => Stem,
            "ideographZodiac" => Branch,
            "ideographZodiacTraditional" => StemBranch,
            "bullet" => Bullet,
            "none" => None,
            _ => return Option::None,
        })
    }

    /// By its code in Word's binary format and in RTF (`nfc`, `\levelnfc`).
    pub fn from_nfc(code: u16) -> NumberFormat {
        match code {
            1 => UpperRoman,
            2 => LowerRoman,
            3 => UpperLetter,
            4 => LowerLetter,
            10 => JapaneseCounting,
            11 | 17 | 36 => Digital,
            14 | 19 => FullWidth,
            16 | 34 => LegalTraditional,
            18 | 28 => Circle,
            22 => Padded(2),
            23 => Bullet,
            26 => FullStop,
            27 => Parenthesised,
            29 => CircledIdeograph,
            30 => Stem,
            31 => Branch,
            32 => StemBranch,
            33 | 37 => Counting,
            35 | 39 => CountingThousand,
            38 => Legal,
            57 => Dashed,
            255 => None,
            _ => Decimal,
        }
    }

    /// By the example sequence that OpenDocument gives as a format's name (`一, 二, 三, ...`).
    pub fn from_odf(example: &str) -> NumberFormat {
        let mut parts = example.split([',', '，']).map(str::trim);
        let first = parts.next().unwrap_or_default();
        match first {
            "" => None,
            "i" => LowerRoman,
            "I" => UpperRoman,
            "a" => LowerLetter,
            "A" => UpperLetter,
            "一" => CountingThousand,
            "〇" => Digital,
            "壹" | "壱" if example.contains('貳') || first == "壱" => LegalTraditional,
            "壹" => Legal,
            "甲" => Stem,
            "子" => Branch,
            "甲子" => StemBranch,
            "①" => Circle,
            "⑴" => Parenthesised,
            "⒈" => FullStop,
            "㊀" => CircledIdeograph,
            "１" => FullWidth,
            "01" | "001" | "0001" | "00001" => Padded(first.len() as u8),
            _ => Decimal,
        }
    }

    /// Writes a number.
    pub fn write(self, number: u32) -> String {
        let nth = |from: char, most: u32| {
            (1..=most)
                .contains(&number)
                .then(|| char::from_u32(from as u32 + number - 1))
                .flatten()
                .map(String::from)
        };
        match self {
            Decimal => Some(number.to_string()),
            Padded(width) => Some(format!("{number:0width$}", width = usize::from(width))),
            FullWidth => Some(digits(
                number,
                &['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'],
            )),
            Circle => nth('①', 20),
            FullStop => nth('⒈', 20),
            Parenthesised => nth('⑴', 20),
            Dashed => Some(format!("- {number} -")),
            UpperRoman => roman(number),
            LowerRoman => roman(number).map(|roman| roman.to_ascii_lowercase()),
            UpperLetter => letters(number, b'A'),
            LowerLetter => letters(number, b'a'),
            Counting if number < 100 => Some(counting(number, &SIMPLE, true)),
            Counting | Digital => Some(digits(number, &ZERO_AND_SIMPLE)),
            CountingThousand => Some(counting(number, &SIMPLE, true)),
            JapaneseCounting => Some(japanese(number)),
            Legal => Some(counting(number, &LEGAL, false)),
            LegalTraditional => Some(counting(number, &LEGAL_TRADITIONAL, false)),
            CircledIdeograph => nth('㊀', 10).or_else(|| Some(Counting.write(number))),
            Stem => (1..=10).contains(&number).then(|| cycle(&STEMS, number)),
            Branch => (1..=12).contains(&number).then(|| cycle(&BRANCHES, number)),
            StemBranch => (1..=60)
                .contains(&number)
                .then(|| cycle(&STEMS, number) + &cycle(&BRANCHES, number)),
            Bullet | None => Some(String::new()),
        }
        .unwrap_or_else(|| number.to_string())
    }
}

/// Digits one to nine, then ten, hundred, thousand, ten thousand, hundred million, zero.
type Characters = [char; 15];
const SIMPLE: Characters = [
    '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '零',
];
const LEGAL: Characters = [
    '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟', '万', '亿', '零',
];
const LEGAL_TRADITIONAL: Characters = [
    '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖', '拾', '佰', '仟', '萬', '億', '零',
];
const ZERO_AND_SIMPLE: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
const BRANCHES: [char; 12] = [
    '子', '丑', '寅', '卯', '辰', '巳', '午', '未', '申', '酉', '戌', '亥',
];

fn cycle(characters: &[char], number: u32) -> String {
    characters
        .iter()
        .cycle()
        .nth(number as usize - 1)
        .map(char::to_string)
        .unwrap_or_default()
}

fn digits(number: u32, digits: &[char; 10]) -> String {
    (number.to_string().bytes())
        .filter_map(|digit| digits.get(usize::from(digit - b'0')))
        .collect()
}

/// 一百零一; `short_ten` writes 十一 and not 一十一 at the start.
fn counting(number: u32, characters: &Characters, short_ten: bool) -> String {
    let zero = characters[14];
    if number == 0 {
        return zero.to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for (group, unit) in [
        (number / 100_000_000, 13),
        (number / 10_000 % 10_000, 12),
        (number % 10_000, 0),
    ] {
        for (power, unit) in [(1000, 11), (100, 10), (10, 9), (1, 0)] {
            match group / power % 10 {
                0 => gap = true,
                digit => {
                    if gap && !text.is_empty() {
                        text.push(zero);
                    }
                    gap = false;
                    if !(short_ten && power == 10 && digit == 1 && text.is_empty()) {
                        text.push(characters[digit as usize - 1]);
                    }
                    if power > 1 {
                        text.push(characters[unit]);
                    }
                }
            }
        }
        if group > 0 && unit > 0 {
            text.push(characters[unit]);
            gap = false;
        }
    }
    text
}

/// No 一 before ten, hundred and thousand, no zero in between.
fn japanese(number: u32) -> String {
    if number >= 10_000 {
        return digits(number, &ZERO_AND_SIMPLE);
    }
    let mut text = String::new();
    for (power, unit) in [(1000, '千'), (100, '百'), (10, '十')] {
        match number / power % 10 {
            0 => {}
            1 => text.push(unit),
            digit => text.extend([ZERO_AND_SIMPLE[digit as usize], unit]),
        }
    }
    match number % 10 {
        0 if number > 0 => {}
        digit => text.push(ZERO_AND_SIMPLE[digit as usize]),
    }
    text
}

fn roman(number: u32) -> Option<String> {
    const ROWS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = (1..4000).contains(&number).then_some(number)?;
    let mut text = String::new();
    for (value, letters) in ROWS {
        while left >= value {
            text.push_str(letters);
            left -= value;
        }
    }
    Some(text)
}

/// After Z comes AA, then BB: the letter is repeated.
fn letters(number: u32, first: u8) -> Option<String> {
    let at = (1..=780).contains(&number).then(|| number - 1)?;
    let letter = char::from(first + (at % 26) as u8);
    Some(String::from(letter).repeat(at as usize / 26 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_as_offices_write_them() {
        let written = |format: NumberFormat, numbers: &[u32]| {
            let all: Vec<_> = numbers.iter().map(|&number| format.write(number)).collect();
            all.join(" ")
        };
        let some = [1, 10, 11, 20, 21, 101, 110];
        assert_eq!(
            written(CountingThousand, &some),
            "一 十 十一 二十 二十一 一百零一 一百一十"
        );
        assert_eq!(
            written(CountingThousand, &[1001, 1010, 10_000, 10_010, 20_300]),
            "一千零一 一千零一十 一万 一万零一十 二万零三百"
        );
        assert_eq!(written(Counting, &some), "一 十 十一 二十 二十一 一〇一 一一〇");
        assert_eq!(
            written(JapaneseCounting, &some),
            "一 十 十一 二十 二十一 百一 百十"
        );
        assert_eq!(written(Digital, &some), "一 一〇 一一 二〇 二一 一〇一 一一〇");
        assert_eq!(written(Legal, &some[..5]), "壹 壹拾 壹拾壹 贰拾 贰拾壹");
        assert_eq!(written(Circle, &[1, 20, 21]), "① ⑳ 21");
        assert_eq!(written(Parenthesised, &[1, 20, 21]), "⑴ ⒇ 21");
        assert_eq!(written(FullWidth, &[12]), "１２");
        assert_eq!(written(UpperLetter, &[1, 26, 27, 53]), "A Z AA AAA");
        assert_eq!(written(LowerRoman, &[4, 9, 1994, 4000]), "iv ix mcmxciv 4000");
        assert_eq!(written(Stem, &[1, 10, 11]), "甲 癸 11");
        assert_eq!(written(Branch, &[1, 12]), "子 亥");
        assert_eq!(written(StemBranch, &[1, 11, 60]), "甲子 甲戌 癸亥");
        assert_eq!(written(Padded(2), &[1, 12, 123]), "01 12 123");
        assert_eq!(written(CircledIdeograph, &[1, 10, 11]), "㊀ ㊉ 十一");
    }

    #[test]
    fn no_number_breaks_a_format() {
        for code in 0..=60 {
            for number in [0, 1, 9_999, 10_000, 100_000_000, u32::MAX] {
                assert!(NumberFormat::from_nfc(code).write(number).len() < 200);
            }
        }
    }
}
