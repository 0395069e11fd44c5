//! The commonest Chinese characters, simplified and traditional: what a right guess of the encoding is full of.

/// Whether the character is among the common ones.
pub fn is_common(c: char) -> bool {
    // Sorted by code point; every character has three bytes, so the string is searched like an array.
    let (mut low, mut high) = (0, COMMON.len() / 3);
    while low < high {
        let middle = (low + high) / 2;
        let Some(here) = COMMON.get(middle * 3..).and_then(|rest| rest.chars().next()) else {
            return false;
        };
        match here.cmp(&c) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    false
}

const COMMON: &str = concat!(
    "一七万三上下不与专且世业东两严並个中为主举么义之九也习书了争事二于五亚些交产京亲人什仅今从他代以们仲",
    "件价任企众会传似但位低住体何余作你使來例供便保信修個們候值做偿備傳僅價儀億償優儲儿元充先光克党入內全",
    "兩八公六共关兴兵其具养内再写军农决况准凈减几出击分切划列则判利别到制則前創劃劇劍力办加务动劳势勁動務",
    "勝勞勢包化北区區十千半华協单南占即却卻厂厅历压原去县参參又及反发取受变口另只叫可台史叶号司各合同名后",
    "向含听告员呢周命和品响員商問啟單器四回因团围固国图圆國團土在地场均坚型城執基報場增士声处备复外多够大",
    "天太夫失头女她好如始委子字存学學它安完官定实审宪害家容密實審对导封将將專對導小少尔就局层展属層履山工",
    "左差己已市布师带席帮常干平年并幹幾广应底府废度庭廢廣建开式引张強强当形影往很律後得從復德徹心必志快态",
    "怎思性总情想意感憲應成我或战戶所手才打批技把护报拉持指按据排接推提據支收改放政故效教数整文斗料断斯新",
    "方於施族无日早时明易是显時曲更書最會月有服望朝期木本术机权李材条来東板极构林果某查标树样根格案條業極",
    "構標樣機檢權次款歡止正此步武歲歷歸死殘段殺每比毛民气氣氧水求江決没河油治況法波注活派流济海消液涼淚淨",
    "深清減温測渾湧源準溫溶滅满滿漢漸潔灣火災点為热無然煉煙照熱營爭爱爾牆片物特犯状狀獎獨獲率王现現球理環",
    "生產用田由电界畫當疊病療癥發白百的监盜盡監盤目直相盾省看真眼眾着睏督矛知石矿研破确確礎示社神禮离种科",
    "积称程種稱穩究空窮立章笔第等算管節範築簡米类精糧系紀約紅納紙級紛素紧細終組結絕給統絲經綜綠維網緊線緣",
    "編練縣總績繁織繼續纖纠红约级纲纷线练组细织经结给统继续维罚罪置罰署羅美群義習老者而联聖聞聯聲職聽肅育",
    "能脅腦腳自至致臺與興舉舊般船色艺节花苏英范莊華营萬落葉著蓋藝處虛號行術街衛衝表被裁装補裝裡製複西要見",
    "規視親覺覽觀见观规视角解觸言訂計訓託記訪設許訴診註評詞試詩話該詳認語誠誤說誰課調談請論諸講證識譜警譯",
    "議護讀變讓计认议记讲许论讼设证识诉试诚话该说调谈象財貨貫責貴買費貼賀資賞賠質賴購賽贊负质费资赔走起越",
    "趕趙足路踐身車軍軟較載輔輕輪輸轉车转轮轻较输辦農边达过运近还这进远违连送适选這通速造連週進運過道達違",
    "遠適遲選遺還邊那部郵都鄉鄰配酸醫采释釋里重量金鋼錄錢錯鍵鎮鏡鐘鐵铁镇長长門開間閱關门问间队防阶际降院",
    "除陰陳陸陽隊階随際隨險隱难集雖雙雜雞離難電需青非面革音響頁頂項順須預頒領頭題額願類顧顯项须领题風风飛",
    "食飯飲館首馬駐驗驚马验體高鬥魚鮮鱼鳥麗麥麼黃黄黑點黨齊齒龍龜",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_searched_whole() {
        assert!(COMMON.chars().is_sorted());
        assert!(COMMON.chars().all(is_common));
        assert!(!is_common('a') && !is_common('囧') && !is_common('𠀀'));
    }
}
