//! COM-18: running Chinese text is in simplified characters.
//!
//! In: the primary text of a site in simplified Chinese. Out: a warning at the first of several traditional
//! characters. Always: only characters that are never written so in simplified text count; what stands in quotation
//! marks or book marks is somebody's own spelling.

use std::sync::{Arc, LazyLock};

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

/// One alone may be a name.
const ENOUGH: usize = 2;

/// Traditional forms without a life of their own in simplified text.
const TRADITIONAL: &str = "們個會區業務辦內與為這過還進開關於說話認證請問題應該從來時現實際學習書記員議國發電車門見長東馬鳥魚龍龜語訊設計論讓許評識誰課\
                           調談講謝譯護變豐貝財貨費資買賣賓賽贈贊軍軟輕輛輪輸轉辭農運達遠適選遺郵鄉醫釋鋼鐵錢錄錯鎮鏡閱陽陰隊階險隨難雙雜離雲霧靜\
                           響頁項順須預領頭顯風飛飯飲館養駐驗體鬧鮮麗麥齊齒齡號處聯續總經給結線約級統報場壓壞塊備傳價億優儲兒兩凍劃劇動勞勢匯協\
                           單參喪嚴團園圍圖執婦孫寫寶導將專尋對屆層屬島師帶幫庫廠廣廳張強彈後復愛態慶憂憑憶懷戰戶掃換損據擔擇擴數斷條標樣樓樹機\
                           權檢檔歡歲歷歸氣決沒況減測準溫滅滿濟灣無熱營燈爭獎獨獲環產畫當療盡監眾確禮種稱積穩窮競筆節築簡簽糧紀納紙組細終維網緊\
                           編練織繳繼罰聞聲職聽腦舉舊華葉蓋蘇虛補裝製規視親覺觀訂訴詢試誤責貢貧質跡踐軌載較邊鄰裡裏廢燒繪";

/// One bit for each character of the basic plane.
static BITS: LazyLock<Box<[u64; 1024]>> = LazyLock::new(|| {
    let mut bits = Box::new([0; 1024]);
    for c in TRADITIONAL.chars() {
        let c = c as usize;
        // The list is broken into lines for reading.
        if (128..65536).contains(&c) {
            bits[c / 64] |= 1 << (c % 64);
        }
    }
    bits
});

pub(super) fn check(source: &Arc<Source>) -> Option<Diagnostic> {
    let bits = &**BITS;
    let mut quoted = 0_u32;
    let mut found = source.text.char_indices().filter(|(_, c)| {
        match c {
            '《' | '「' | '『' | '“' => quoted += 1,
            '》' | '」' | '』' | '”' => quoted = quoted.saturating_sub(1),
            '\n' => quoted = 0,
            _ => {}
        }
        let c = *c as usize;
        quoted == 0 && c < 65536 && bits[c / 64] & (1 << (c % 64)) != 0
    });
    let (first, c) = found.next()?;
    let mut shown = c.to_string();
    let mut count = 1;
    for (_, c) in found {
        count += 1;
        if shown.chars().count() < 5 && !shown.contains(c) {
            shown.push(c);
        }
    }
    let span = Span::new(source, first..first + c.len_utf8());
    (count >= ENOUGH).then(|| Diagnostic::warning_at("COM-18", "com-18-traditional", span).arg("count", count).arg("characters", shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_in_running_text_are_counted_and_quoted_ones_are_not() {
        for (text, expected) in [
            ("關於停水的通知", Some(2)),
            ("关于停水的通知", None),
            ("「關於停水」和《說話》", None),
            ("王麗家", None),
            ("乾隆年间、著名、瞭望、后勤、于是、户主", None),
            ("\"note\": a, x, 0-9", None),
        ] {
            let found = check(&Source::new("a.md", text));
            let count = found.map(|d| d.args.get("count").cloned());
            assert_eq!(count, expected.map(|n: usize| Some(n.into())), "{text}");
        }
    }
}
