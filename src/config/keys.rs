//! The keys of site.toml, each documented where it is declared. This table drives the reader,
//! the suggestions "did you mean", the settings page of the guide and the comments that `init` writes.

/// The type of a key's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyType {
    Text,
    /// A table `language path = text`.
    PerLanguage,
    /// One text for all languages, or a table as above.
    TextOrPerLanguage,
    Whole,
    /// A table with keys of its own.
    Section,
    /// A list of tables, each with keys of its own.
    Sections,
    /// Code = level, and tables of these per language path.
    Levels,
}

impl KeyType {
    /// The message that names the type.
    pub fn term(self) -> &'static str {
        match self {
            Self::Text => "config-type-text",
            Self::PerLanguage => "config-type-per-language",
            Self::TextOrPerLanguage => "config-type-text-or-per-language",
            Self::Whole => "config-type-whole",
            Self::Section => "config-type-section",
            Self::Sections => "config-type-sections",
            Self::Levels => "config-type-levels",
        }
    }
}

/// One key, for the reader and the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyDoc {
    /// Dotted from the top: `contact.phone`.
    pub path: &'static str,
    pub kind: KeyType,
    pub required: bool,
    pub default: Option<&'static str>,
    /// An example value, for messages and the guide.
    pub example: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
}

/// All keys, in the order of the guide.
pub fn keys() -> &'static [KeyDoc] {
    KEYS
}

/// The key declared under a dotted path.
pub(super) fn find(path: &str) -> Option<&'static KeyDoc> {
    KEYS.iter().find(|k| k.path == path)
}

/// The names of the keys directly under a section (`""` for the top).
pub(super) fn under(section: &str) -> impl Iterator<Item = &'static str> {
    KEYS.iter().filter_map(move |k| match k.path.rsplit_once('.') {
        Some((parent, name)) => (parent == section).then_some(name),
        None => section.is_empty().then_some(k.path),
    })
}

const fn key(path: &'static str, kind: KeyType, example: &'static str, zh: &'static str, en: &'static str) -> KeyDoc {
    KeyDoc { path, kind, required: false, default: None, example, zh, en }
}

impl KeyDoc {
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn default(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }
}

const KEYS: &[KeyDoc] = &[
    key(
        "base_url",
        KeyType::Text,
        r#""https://rongyin.example.org""#,
        "网站的完整网址，以 http:// 或 https:// 开头；用在规范链接、订阅源和网站地图里",
        "The site's full address, beginning with http:// or https://; canonical links, feeds and the sitemap use it",
    )
    .required(),
    key(
        "timezone",
        KeyType::Text,
        r#""Asia/Shanghai""#,
        "时区，写“洲/城市”；日期和时间都按它理解",
        "The time zone as Continent/City; all dates and times are read in it",
    )
    .required(),
    key("currency", KeyType::Text, r#""CNY""#, "金额的币种，三个大写字母", "The currency of amounts, three capital letters").default("CNY"),
    key("theme", KeyType::Text, r#""board""#, "网站的样式；自己的样式放在 themes/ 里", "The theme; your own stand in themes/")
        .default("board"),
    key(
        "profile",
        KeyType::Text,
        r#""cn-national""#,
        "按哪一套法规检查；也可以写本站的一个 .toml 文件",
        "The set of legal rules to check by; or a .toml file of this site",
    )
    .default("cn-national"),
    key(
        "publisher",
        KeyType::Text,
        r#""organizations/committee""#,
        "没有另外写明时，由哪个组织发布",
        "The organization that publishes where a record names no other",
    ),
    key(
        "photos",
        KeyType::Text,
        r#""whole""#,
        "网页上的照片会缩小；whole 表示同时公开原图，small 表示只公开小图（列为附件的照片除外）",
        "Pages show photos made smaller; whole publishes the originals too, small only those listed as attachments",
    )
    .default("whole"),
    key(
        "line_breaks",
        KeyType::Text,
        r#""keep""#,
        "正文里怎样看待换行：keep 表示写在哪里换行，网页就在哪里换行；join 表示相邻的行接成一段，空一行才另起一段",
        "What a line break in the text means: keep shows it as one; join runs lines together, and an empty line begins a paragraph",
    )
    .default("keep"),
    key("output", KeyType::Text, r#""public""#, "网页写到哪个文件夹", "The folder the pages are written to").default("public"),
    key("name", KeyType::PerLanguage, r#"{ zh = "榕荫社区" }"#, "社区的名称，每种语言一行", "The community's name, one line a language")
        .required(),
    key(
        "description",
        KeyType::PerLanguage,
        r#"{ zh = "社区公示" }"#,
        "一句话介绍，每种语言一行",
        "One sentence about the site, one line a language",
    ),
    key(
        "languages",
        KeyType::Sections,
        r#"[{ tag = "zh-Hans", path = "zh" }]"#,
        "网站的语言，第一种是主要语言",
        "The languages of the site; the first is the primary one",
    )
    .required(),
    key(
        "languages.tag",
        KeyType::Text,
        r#""zh-Hans""#,
        "语言代码（BCP 47），如 zh-Hans、en、ug",
        "The language tag (BCP 47), such as zh-Hans, en, ug",
    )
    .required(),
    key(
        "languages.path",
        KeyType::Text,
        r#""zh""#,
        "这种语言在网址和文件名里的写法：小写字母、数字、连字符，最多 16 个字符",
        "The language in addresses and file names: lower-case letters, digits and hyphens, at most 16",
    )
    .required(),
    key(
        "languages.name",
        KeyType::Text,
        r#""中文""#,
        "这种语言自己的名称，显示在切换语言的地方",
        "The language's own name, shown where readers switch",
    ),
    key(
        "languages.font",
        KeyType::Text,
        r#""fonts/NotoSansMongolian-Regular.ttf""#,
        "手机上多半没有这种文字的字体时，用本站 fonts/ 里的一个 .ttf 文件；网页只带用到的字，只有这种语言的网页才下载；中文不能用",
        "A .ttf file in fonts/ for a script that phones lack; pages in this language alone load it, cut down to the letters they show; never for Chinese",
    ),
    key("contact", KeyType::Section, r#"{ phone = "0691-000-0000" }"#, "居民怎样联系社区", "How residents reach the community"),
    key("contact.phone", KeyType::TextOrPerLanguage, r#""0691-000-0000""#, "电话", "Phone"),
    key("contact.email", KeyType::TextOrPerLanguage, r#""office@rongyin.example.org""#, "电子邮箱", "E-mail"),
    key(
        "contact.hours",
        KeyType::TextOrPerLanguage,
        r#"{ zh = "工作日 8:30–17:30", en = "Weekdays 8:30–17:30" }"#,
        "办公时间",
        "Office hours",
    ),
    key("contact.address", KeyType::TextOrPerLanguage, r#"{ zh = "榕荫路 8 号", en = "8 Rongyin Road" }"#, "地址", "Street address"),
    key("limits", KeyType::Section, "{ attachment_mb = 10 }", "大小的上限", "Limits of size"),
    key("limits.attachment_mb", KeyType::Whole, "10", "附件超过多少 MB 就提醒", "Attachments of more megabytes than this get a warning")
        .default("10"),
    key(
        "severity",
        KeyType::Levels,
        r#"{ COM-05 = "off" }"#,
        "改变某条规则的轻重：error（不公开）、warning（提醒）、info、off；[severity.en] 只管一种语言",
        "How much a rule weighs: error (nothing is published), warning, info or off; [severity.en] is for one language",
    ),
];
