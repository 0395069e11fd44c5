//! Where the running text stands, and whether a line goes on the paragraph before it.

use super::lines::Line;

/// A step this much wider than the usual one parts paragraphs.
const WIDE: f32 = 1.25;
/// Where indents show the paragraphs, a wider step may also be a line with a taller character.
const WIDE_BESIDE_INDENTS: f32 = 1.4;

/// The frames of all columns of a document: 0 for text over the whole width.
pub struct Frames(Vec<Frame>);

/// Where the lines of one column stand on all pages.
#[derive(Default)]
struct Frame {
    left: f32,
    right: f32,
    /// Baselines further apart than this part paragraphs.
    wide: f32,
    /// Whether an indent or a wider step shows where paragraphs start; else a full stop at the line's end must do.
    shows_starts: bool,
}

impl Frames {
    /// Measures the lines of a document whose pages have this width.
    pub fn of(lines: &[Line], width: f32) -> Frames {
        let columns = lines.iter().map(|line| line.column).max().unwrap_or(0);
        let frame = |column| {
            let lines: Vec<&Line> = lines
                .iter()
                .filter(|line| line.row.is_none() && line.column == column)
                .collect();
            Frame::of(&lines, if column == 0 { width } else { 0.0 })
        };
        Frames((0..=columns).map(frame).collect())
    }

    /// Whether a line goes on the paragraph whose last line is the one before it.
    pub fn goes_on(&self, before: &Line, line: &Line) -> bool {
        let (Some(old), Some(new)) = (self.0.get(before.column), self.0.get(line.column)) else {
            return false;
        };
        let same_place = before.page == line.page && before.column == line.column;
        let same_width = (before.column == 0) == (line.column == 0);
        // The line was full when what comes next would not have fitted on it.
        let full = before.end_x + first_word(&line.text) * before.size > old.right - 0.5 * before.size;
        let same_size = (before.size - line.size).abs() < 0.15 * line.size;
        let flush = (line.x - new.left).abs() < 1.2 * line.size;
        let far = same_place && (line.y - before.y).abs() > new.wide.max(1.2 * line.size);
        let ended = before.text.ends_with(['。', '！', '？', '：']);
        // Tabulators set items of a list side by side.
        let is_list = before.text.contains('\t') || line.text.contains('\t');
        let parted = !new.shows_starts && (ended || starts_with_number(&line.text));
        same_width && !is_list && full && same_size && flush && !far && !parted
    }
}

impl Frame {
    fn of(lines: &[&Line], width: f32) -> Frame {
        // Titles stand in the middle and would look indented.
        let size = percentile(lines.iter().map(|line| line.size).collect(), 50);
        let lines: Vec<&Line> = lines
            .iter()
            .copied()
            .filter(|line| line.size < 1.15 * size)
            .collect();
        // A few lines hang out over the margin with their punctuation.
        let right = percentile(lines.iter().map(|line| line.end_x).collect(), 90);
        let is_long = |line: &&Line| line.end_x > right - 3.0 * line.size;
        let long: Vec<&Line> = lines.iter().copied().filter(is_long).collect();
        let left = percentile(long.iter().map(|line| line.x).collect(), 10);
        // Where every line is short, the margins tell: they are much the same on both sides.
        let right = if right < 0.7 * width {
            (width - left).max(right)
        } else {
            right
        };
        let pairs = || {
            lines
                .iter()
                .zip(lines.iter().skip(1))
                .filter(|(a, b)| a.page == b.page)
        };
        let step = |(a, b): (&&Line, &&Line)| Some(b.y - a.y).filter(|&step| step > 1.0);
        let steps: Vec<f32> = pairs().filter_map(step).collect();
        // The distance of two baselines inside a paragraph: below a full line it may go on, below a short one
        // another starts.
        let close: Vec<f32> = pairs().filter(|(a, _)| is_long(a)).filter_map(step).collect();
        let pitch = match close.is_empty() {
            true => percentile(steps.clone(), 25),
            false => percentile(close, 10),
        };
        let indented = long.iter().filter(|line| is_indented(left, line)).count();
        let is_indented = indented * 12 > long.len();
        let wide = pitch * if is_indented { WIDE_BESIDE_INDENTS } else { WIDE };
        let parted = steps.iter().filter(|&&step| step > wide).count();
        Frame {
            left,
            right,
            wide,
            shows_starts: is_indented || parted * 12 > steps.len(),
        }
    }
}

fn percentile(mut values: Vec<f32>, percent: usize) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get(values.len() * percent / 100).copied().unwrap_or(0.0)
}

/// Width, in characters, of what a line break may not part: opening marks, a character or a Latin word, closing marks.
fn first_word(text: &str) -> f32 {
    let mut width = 0.0;
    let mut chars = text.chars().peekable();
    while chars.next_if(|c| "（《“‘〔【(".contains(*c)).is_some() {
        width += 1.0;
    }
    let is_latin = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-');
    if chars.next_if(|c| !is_latin(c)).is_some() {
        width += 1.0;
    }
    while width < 12.0 && chars.next_if(is_latin).is_some() {
        width += 0.5;
    }
    let mut closes = false;
    while chars
        .next_if(|c| "）》”’〕】，。、；：！？)%％".contains(*c))
        .is_some()
    {
        closes = true;
        width += 1.0;
    }
    // Some programs keep a number with the mark before it.
    while closes && width < 12.0 && chars.next_if(is_latin).is_some() {
        width += 0.5;
    }
    width
}

/// `一、`, `（一）`, `1.`, `第一条`: hardly ever in the middle of a paragraph.
fn starts_with_number(text: &str) -> bool {
    let is_chinese = |c: char| "一二三四五六七八九十百".contains(c);
    let rest = text.trim_start_matches(['（', '(', '第']);
    let is_wrapped = rest.len() < text.len();
    let behind = rest.trim_start_matches(|c: char| is_chinese(c) || c.is_ascii_digit());
    let digits = rest.len() - behind.len();
    let mut behind = behind.chars();
    let mark = behind.next();
    let is_decimal = mark == Some('.') && behind.next().is_some_and(|c| c.is_ascii_digit());
    let marks = if is_wrapped { "）)条章节项" } else { "、.．" };
    digits > 0 && !is_decimal && mark.is_some_and(|mark| marks.contains(mark))
}

/// Indented by one to three characters.
fn is_indented(left: f32, line: &Line) -> bool {
    let by = (line.x - left) / line.size;
    (1.2..3.6).contains(&by)
}
