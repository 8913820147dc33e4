// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the page, Italian first, English beside it, and the languages of families: whoever opens a link that shows
//! nothing reads why in their own.
use crate::token::{TokenError, length};
use soglia_domain::tongue::Tongue;

/// Declares texts: `name: "Italian", "English", "French", "Spanish", "Arabic", "Ukrainian", "Bengali", "Chinese";` becomes a
/// function of that name.
macro_rules! texts {
    ($($name:ident: $it:literal, $en:literal, $fr:literal, $es:literal, $ar:literal, $uk:literal, $bn:literal, $zh:literal;)*) => {
        $(
            #[doc = $en]
            pub(crate) const fn $name(tongue: Tongue) -> &'static str {
                match tongue {
                    Tongue::Italian => $it,
                    Tongue::English => $en,
                    Tongue::French => $fr,
                    Tongue::Spanish => $es,
                    Tongue::Arabic => $ar,
                    Tongue::Ukrainian => $uk,
                    Tongue::Bengali => $bn,
                    Tongue::Chinese => $zh,
                }
            }
        )*
    };
}

texts! {
    title: "Vista condivisa", "Shared view", "Page partagée", "Página compartida", "صفحة مشتركة", "Спільна сторінка", "শেয়ার করা পাতা", "共享页面";
    language: "Lingua", "Language", "Langue", "Idioma", "اللغة", "Мова", "ভাষা", "语言";
    nothing_to_show: "Qui non c’è niente da mostrare", "There is nothing to show here", "Il n’y a rien à montrer ici", "Aquí no hay nada que mostrar", "لا يوجد هنا ما يُعرض", "Тут немає що показати", "এখানে দেখানোর কিছু নেই", "这里没有可显示的内容";
    asking: "Stiamo cercando quello che questo link mostra…", "Looking for what this link shows…", "Nous cherchons ce que montre ce lien…", "Buscamos lo que muestra este enlace…", "نبحث عمّا يعرضه هذا الرابط…", "Шукаємо, що показує це посилання…", "এই লিংক কী দেখায় তা খোঁজা হচ্ছে…", "正在查找此链接的内容…";
    no_such_link: "Il link è scaduto, è stato ritirato oppure non è mai esistito. Chi l’ha mandato può mandarne uno nuovo.", "The link has run out, was taken back or never existed. Whoever sent it can send a new one.", "Le lien a expiré, a été retiré ou n’a jamais existé. La personne qui l’a envoyé peut en envoyer un nouveau.", "El enlace ha caducado, se ha retirado o nunca existió. Quien lo envió puede enviar uno nuevo.", "انتهت صلاحية الرابط أو سُحب أو لم يكن موجودًا. يمكن لمن أرسله أن يرسل رابطًا جديدًا.", "Посилання втратило чинність, відкликане або ніколи не існувало. Той, хто його надіслав, може надіслати нове.", "লিংকটির মেয়াদ শেষ, ফিরিয়ে নেওয়া হয়েছে, অথবা কখনও ছিল না। যিনি পাঠিয়েছেন তিনি নতুন একটি পাঠাতে পারেন।", "链接已过期、已撤回或从未存在。发送者可以再发一个新的。";
    no_network: "Il server non si raggiunge: forse manca la rete. Quello che è condiviso si legge solo con la rete.", "The server cannot be reached: the network may be missing. What is shared can be read only with a network.", "Le serveur est injoignable : le réseau manque peut-être. La page ne se lit qu’avec une connexion.", "No se llega al servidor: quizá falta la red. La página solo se lee con conexión.", "لا يمكن الوصول إلى الخادم: ربما لا توجد شبكة. لا تُقرأ الصفحة إلا مع الاتصال.", "Сервер недоступний: можливо, немає мережі. Сторінку можна читати лише з мережею.", "সার্ভারে পৌঁছানো যাচ্ছে না: হয়তো নেটওয়ার্ক নেই। পাতাটি শুধু নেটওয়ার্ক থাকলে পড়া যায়।", "无法连接服务器：可能没有网络。只有联网才能阅读。";
    trouble: "Il server adesso non riesce a rispondere. Riprovare fra qualche minuto.", "The server cannot answer now. Try again in some minutes.", "Le serveur ne peut pas répondre maintenant. Réessayez dans quelques minutes.", "El servidor no puede responder ahora. Inténtelo dentro de unos minutos.", "لا يستطيع الخادم الرد الآن. حاولوا بعد بضع دقائق.", "Сервер зараз не може відповісти. Спробуйте за кілька хвилин.", "সার্ভার এখন উত্তর দিতে পারছে না। কয়েক মিনিট পরে চেষ্টা করুন।", "服务器现在无法响应。请过几分钟再试。";
    newer: "Il link mostra qualcosa che questa versione della pagina non conosce. Ricaricare la pagina.", "The link shows something that this version of the page does not know. Reload the page.", "Le lien montre quelque chose que cette version de la page ne connaît pas. Rechargez la page.", "El enlace muestra algo que esta versión de la página no conoce. Recargue la página.", "يعرض الرابط شيئًا لا تعرفه هذه النسخة من الصفحة. أعيدوا تحميل الصفحة.", "Посилання показує те, чого ця версія сторінки не знає. Перезавантажте сторінку.", "লিংকটি এমন কিছু দেখায় যা এই সংস্করণ জানে না। পাতাটি আবার লোড করুন।", "链接显示的内容此版本页面无法识别。请重新加载页面。";
    again: "Riprova", "Try again", "Réessayer", "Volver a intentar", "حاول مرة أخرى", "Спробувати ще раз", "আবার চেষ্টা করুন", "重试";
    opened_before: "Questo link si apriva una volta sola, ed è già stato aperto. Se non siete stati voi, ditelo a chi l’ha mandato: può farne un altro.", "This link opened one time only, and was opened already. If it was not you, tell whoever sent it: they can make another one.", "Ce lien ne s’ouvrait qu’une fois et a déjà été ouvert. Si ce n’était pas vous, dites-le à la personne qui l’a envoyé.", "Este enlace se abría una sola vez y ya se ha abierto. Si no ha sido usted, dígaselo a quien lo envió.", "كان هذا الرابط يُفتح مرة واحدة فقط وقد فُتح. إن لم تكونوا أنتم فأخبروا من أرسله.", "Це посилання відкривалося лише один раз і вже було відкрите. Якщо це були не ви, скажіть тому, хто його надіслав.", "এই লিংক মাত্র একবার খোলে, এবং আগেই খোলা হয়েছে। আপনি না খুলে থাকলে যিনি পাঠিয়েছেন তাঁকে জানান।", "此链接只能打开一次，且已被打开。如果不是您打开的，请告诉发送者。";
    pin_title: "Serve il PIN", "The PIN is needed", "Il faut le code PIN", "Hace falta el PIN", "الرقم السري مطلوب", "Потрібен PIN-код", "পিন দরকার", "需要 PIN 码";
    pin_help: "Sono 6 cifre. Le ha chi ha mandato il link.", "It has 6 digits. Whoever sent the link has them.", "Il a 6 chiffres. La personne qui a envoyé le lien les connaît.", "Tiene 6 cifras. Las sabe quien envió el enlace.", "يتكوّن من 6 أرقام، وهي عند من أرسل الرابط.", "Він має 6 цифр. Їх знає той, хто надіслав посилання.", "৬টি সংখ্যা। যিনি লিংক পাঠিয়েছেন তাঁর কাছে আছে।", "共 6 位数字，请向发送者索取。";
    pin: "PIN", "PIN", "Code PIN", "PIN", "الرقم السري", "PIN-код", "পিন", "PIN 码";
    pin_open: "Apri", "Open", "Ouvrir", "Abrir", "افتح", "Відкрити", "খুলুন", "打开";
    pin_wrong: "Questo PIN non apre il link. Controllare le cifre.", "This PIN does not open the link. Check the digits.", "Ce code n’ouvre pas le lien. Vérifiez les chiffres.", "Este PIN no abre el enlace. Compruebe las cifras.", "هذا الرقم لا يفتح الرابط. تحققوا من الأرقام.", "Цей PIN-код не відкриває посилання. Перевірте цифри.", "এই পিনে লিংক খোলে না। সংখ্যাগুলো দেখে নিন।", "此 PIN 码无法打开链接。请检查数字。";
    pin_wait: "Troppi PIN sbagliati di seguito. Minuti da aspettare prima di riprovare: {}.", "Too many wrong PINs in a row. Minutes to wait before trying again: {}.", "Trop de codes faux de suite. Minutes à attendre avant de réessayer : {}.", "Demasiados PIN equivocados seguidos. Minutos de espera antes de volver a intentar: {}.", "أرقام خاطئة كثيرة متتالية. دقائق الانتظار قبل المحاولة: {}.", "Забагато хибних кодів поспіль. Хвилин до наступної спроби: {}.", "পরপর অনেক ভুল পিন। আবার চেষ্টার আগে অপেক্ষা, মিনিট: {}।", "连续输错太多次。需等待的分钟数：{}。";
    pin_locked: "Troppi PIN sbagliati: questo link non si apre più. Chi l’ha mandato può farne un altro.", "Too many wrong PINs: this link opens no more. Whoever sent it can make another one.", "Trop de codes faux : ce lien ne s’ouvre plus. La personne qui l’a envoyé peut en faire un autre.", "Demasiados PIN equivocados: este enlace ya no se abre. Quien lo envió puede hacer otro.", "أرقام خاطئة كثيرة: لم يعد هذا الرابط يُفتح. يمكن لمن أرسله أن يصنع رابطًا آخر.", "Забагато хибних кодів: це посилання більше не відкривається. Той, хто його надіслав, може зробити інше.", "অনেক ভুল পিন: এই লিংক আর খোলে না। যিনি পাঠিয়েছেন তিনি আরেকটি বানাতে পারেন।", "输错太多次：此链接不再打开。发送者可以再做一个。";
    incomplete: "Il link è incompleto o cambiato. Aprirlo per intero, come è arrivato.", "The link is not complete, or was changed. Open the whole link, as it came.", "Le lien est incomplet ou modifié. Ouvrez-le en entier, comme il est arrivé.", "El enlace está incompleto o cambiado. Ábralo entero, como llegó.", "الرابط ناقص أو متغيّر. افتحوه كاملًا كما وصل.", "Посилання неповне або змінене. Відкрийте його повністю, як воно надійшло.", "লিংকটি অসম্পূর্ণ বা বদলে গেছে। যেমন এসেছে পুরোটা খুলুন।", "链接不完整或已被改动。请按收到的样子完整打开。";
}

/// How long to wait before the next PIN.
pub(crate) fn wait(minutes: u32, tongue: Tongue) -> String {
    pin_wait(tongue).replace("{}", &minutes.to_string())
}

/// What is wrong with an address, and how to mend it. The languages of families say it in one sentence.
pub(crate) fn token_error(error: TokenError, tongue: Tongue) -> String {
    let whole = length();
    let said = match (error, tongue) {
        (TokenError::Missing, Tongue::Italian) => {
            "L’indirizzo è incompleto: manca quello che segue il segno #. Aprire il link per intero, come è arrivato."
        }
        (TokenError::Missing, Tongue::English) => {
            "The address is not complete: what follows the sign # is missing. Open the whole link, as it came."
        }
        (TokenError::Short { n }, Tongue::Italian) => {
            return format!(
                "Il link è incompleto: dopo il segno # servono {whole} caratteri e ce ne sono {n}. Aprire il link per \
                 intero, come è arrivato."
            );
        }
        (TokenError::Short { n }, Tongue::English) => {
            return format!(
                "The link is not complete: {whole} characters have to follow the sign #, and there are {n}. Open the \
                 whole link, as it came."
            );
        }
        (TokenError::Long { n }, Tongue::Italian) => {
            return format!(
                "Al link si è attaccato altro testo: dopo il segno # servono {whole} caratteri e ce ne sono {n}. \
                 Togliere quello che avanza."
            );
        }
        (TokenError::Long { n }, Tongue::English) => {
            return format!(
                "Other text hangs on the link: {whole} characters have to follow the sign #, and there are {n}. Take \
                 away what is too much."
            );
        }
        (TokenError::Altered, Tongue::Italian) => {
            "Il link non è quello che era stato mandato: un carattere è cambiato. Aprirlo dal messaggio con cui è arrivato."
        }
        (TokenError::Altered, Tongue::English) => {
            "The link is not the one that was sent: a character has changed. Open it from the message with which it came."
        }
        _ => incomplete(tongue),
    };
    said.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_of_the_pages_say_how_many_characters_are_there() {
        for tongue in [Tongue::Italian, Tongue::English] {
            assert!(token_error(TokenError::Short { n: 7 }, tongue).contains(" 7"));
            assert!(token_error(TokenError::Long { n: 30 }, tongue).contains("30"));
        }
    }

    #[test]
    fn every_language_says_how_long_to_wait() {
        for tongue in Tongue::ALL {
            assert!(wait(41, tongue).contains("41"), "{tongue:?}");
            assert!(!token_error(TokenError::Missing, tongue).is_empty());
        }
    }
}
