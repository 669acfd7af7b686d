//! Keys by the names the web gives them.

use super::Done;
use thirtyfour::Key;

/// Keys pressed together, as the driver knows them.
pub struct Chord(pub Vec<char>);

impl Chord {
    /// Reads `Control+Shift+k`; a key is one character or a name.
    pub fn read(text: &str) -> Done<Self> {
        let mut names: Vec<&str> = text.split('+').collect();
        // The plus sign is a key too: "+" and "Control++".
        if text.ends_with('+') {
            names.truncate(names.len() - 2);
            names.push("+");
        }
        names.into_iter().map(key).collect::<Done<Vec<char>>>().map(Self)
    }
}

fn key(name: &str) -> Done<char> {
    let key = match name {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F6" => Key::F6,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => return Ok(' '),
        "Tab" => Key::Tab,
        _ => {
            let mut characters = name.chars();
            return match (characters.next(), characters.next()) {
                (Some(one), None) => Ok(one),
                _ => Err(format!("»{name}« is not a key").into()),
            };
        }
    };
    Ok(key.value())
}
