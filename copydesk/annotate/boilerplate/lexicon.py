"""Words of page controls in many languages: what buttons, menus and footers say, and stories seldom.

A word alone decides nothing: it is evidence that the models weigh, mostly on short lines. Chosen by hand; for
English, German, Polish, Russian, Greek and Chinese with a look at which words stand in the short residue of many
sites and hardly ever in articles. Words of topics (sport, weather) were left out.
"""

import re

_WORDS_BY_LANGUAGE = {
    "English": """
        about accessibility account ad ads advertise advertisement advertising app apps archive
        archives authors bookmark browse browser careers classifieds click comment comments
        conditions contact cookie cookies copy copyright email facebook faq feed feedback feeds
        follow forum gallery headlines help home inbox instagram jobs join latest like link linkedin
        links log login logout mail menu messenger navigation newsletter newsletters newsroom next
        password permalink photos pinterest podcast podcasts popular posted press previous print
        privacy profile promoted published read recommended reddit register related reply reprints
        reserved reviews rights rss search sections share shares sign signup site sitemap skip
        sponsored stories story subscribe subscriber subscription subscriptions tag tags telegram
        terms tiktok toggle top topics trackback trending tumblr tweet twitter unsubscribe updated
        upload url username video videos view viewed views vote watch webmaster website whatsapp
        youtube
    """,
    "German": """
        abo abonnement abonnieren agb aktualisiert anmelden anmeldung anzeige anzeigen archiv
        artikel autor barrierefreiheit bildergalerie datenschutz datenschutzerklärung drucken
        empfehlungen folgen impressum inhalt kommentar kommentare kommentieren kontakt konto
        lesezeit mediadaten mehr meistgelesen menü nutzungsbedingungen passwort quelle registrieren
        ressorts schließen startseite suche suchen teilen themen veröffentlicht weiterlesen werbung
    """,
    "French": """
        abonner abonnez accueil actualité actualités commentaire commentaires compte confidentialité
        connecter connexion contactez cookies copier diffuser envoyer fermer imprimer inscription
        inscrire inscrivez lecture lire légales mentions newsletter partage partager partagez plan
        publicité publié recherche rechercher rubriques sommaire suivez vidéos voir
    """,
    "Spanish": """
        acceder anuncio archivo aviso ayuda boletines boletín buscar comentar comentario comentarios
        compartir contacto contraseña correo cuenta derechos enlace enviar imprimir iniciar inicio
        leer leídas leído más noticias portada privacidad publicado publicidad regístrate secciones
        sesión suscripción suscriptores suscríbete síguenos temas vídeos
    """,
    "Portuguese": """
        aceitar anúncio arquivo assinantes assinar assine atendimento boletim cadastre cadastro
        comente comentários compartilhar compartilhe conta contato entrar expediente fale leia lidas
        notícias pesquisar privacidade publicidade página reservados seguir senha siga termos veja
    """,
    "Italian": """
        abbonati accedi archivio cerca commenti commento condividi contatti correlati leggi notizie
        pubblicato pubblicità redazione registrati riproduzione riservata sezioni stampa tutti
    """,
    "Dutch": """
        abonnee abonneren adverteren contact deel delen gerelateerd inloggen lees nieuws nieuwsbrief
        reacties reageer voorwaarden zoeken
    """,
    "Swedish, Danish, Norwegian": """
        annonce annons annonsering del dela följ følg kommentarer kontakt kontakta les logg logga
        lukk läs läsmer meny nyheter nyhetsbrev oppdatert personvern prenumerant prenumerera
        publicerad publisert rettigheter skriv sök søg søk tips uppdaterad vilkår
    """,
    "Finnish": """
        haku jaa kirjaudu käyttöehdot lue mainokset mainos ota palaute rekisteröidy seuraa
        tietosuoja tilaa uutiset uutiskirje yhteystiedot
    """,
    "Polish": """
        czytaj dalej dodaj drukuj galeria komentarz komentarze komentuj kontakt logowanie najnowsze
        odpowiedz ogłoszenia opinie podziel polecamy polityka prenumerata prywatności redakcja
        regulamin reklama serwisy skomentuj strona szukaj tagi udostępnij usługi wiadomości więcej
        wszystkie wydanie wyślij zaloguj zamknij zarejestruj zdjęcia zgłoś zobacz
    """,
    "Czech": """
        diskuse diskuze hledat inzerce kontakty odběr předplatné přihlásit přihlášení redakce sdílet
        související tisk tisknout více zprávy články čtěte
    """,
    "Hungarian": """
        adatvédelem bejelentkezés cookie előfizetés hirdetés hírlevél impresszum kapcsolat
        kapcsolódó keresés kommentek megosztás nyomtatás olvasd regisztráció szerkesztőség tovább
    """,
    "Romanian": """
        abonare abonează autentificare caută citește comentarii contul distribuie publicitate
        termeni trimite știri
    """,
    "Turkish": """
        abone ara giriş gizlilik haberler iletişim kategori künye okunanlar paylaş reklam t\u0131klay\u0131n
        yazarlar yorum yorumlar üye üyelik
    """,
    "Greek": """
        άρθρα αναζήτηση αρχική δείτε διαβάστε διαφήμιση εγγραφή εγγραφείτε ειδήσεις επικοινωνία
        κοινοποίηση περισσότερα σχετικά σχολιάστε σχόλια σύνδεση ταυτότητα όροι
    """,
    "Russian": """
        авторы архив архива вакансии версия видео войти вход главная главное далее добавить загрузка
        защищены имя источник код комментариев комментарии комментарий комментировать контакты логин
        материалов новости обсудить опубликовано отзывы отправить пароль партнеров партнеры партнёры
        перепечатка печати печать поделиться подписаться подписка подпишитесь подробнее поиск
        пользовательское правила просмотров рассылка регистрация редакция рейтинг реклама рекламы
        сайт сайта сайте свидетельство ссылка ссылки также теги теме темы фото читайте читать
    """,
    "Ukrainian": """
        відео головна коментар коментарі контакти новини поділитися пошук підписатися редакція
        реклама реклами також увійти фото читайте
    """,
    "Serbian": """
        вести коментари најново најчитаније подели претплата пријава
    """,
    "Arabic": """
        أخبار أيضا إعلان إعلانات اتصل اشترك اقرأ الأخبار التعليقات الخصوصية الرئيسية الشروط القائمة
        المزيد بحث بنا تابعنا تابعونا تسجيل تعليق تعليقات حقوق سياسة شارك طباعة محفوظة مشاركة نشر
    """,
    "Persian": """
        آگهی اشتراک تبلیغات تماس جستجو خبرنامه درباره عضویت مرتبط مطالب نظر نظرات ورود چاپ
    """,
    "Hebrew": """
        דיוור הדפסה הרשמה התחבר חיפוש ידיעון עוד פרטיות פרסומת צור קשר שתף תגובה תגובות תנאי
    """,
    "Hindi": """
        और खोज टिप्पणी पढ़े पढ़ें लॉगिन विज्ञापन शेयर संपर्क सदस्यता हमें होम
    """,
    "Indonesian, Malay": """
        baca bagikan berita cari daftar iklan indeks juga kebijakan kirim komentar kontak lainnya
        langganan masuk pedoman populer redaksi terkait terpopuler
    """,
    "Vietnamese": """
        bình chia cáo hệ kiếm ký liên luận nhập quảng sẻ tags tìm đăng
    """,
    "Swahili": """
        jiandikishe maoni matangazo soma tafuta wasiliana zaidi
    """,
}

CONTROL_WORDS = frozenset(" ".join(_WORDS_BY_LANGUAGE.values()).split())

# Of scripts that do not set words apart; and the copyright sign.
_SIGNS = """
    ข่าว ค้นหา ติดต่อ สมัคร อ่านต่อ เข้าสู่ระบบ แชร์ โฆษณา お問い合わせ
    もっと見る コメント シェア ツイート トップ ランキング ログイン 一覧 上一 下一 专题 会員 作者 來源 免责 关于我们 关闭
    写真 分享 列印 利用規約 博客 声明 字体 字号 字體 密码 密碼 导航 專題 广告 広告 廣告 微信 微博 打印 投稿 招聘
    排行 推荐 推薦 搜尋 搜索 收藏 更多 来源 検索 正文 注册 点击 热门 熱門 版权 版權 特集 用戶 用户名 留言 登入 登录
    登錄 相关 相關 網站 編輯 编辑 网站 联系 聯絡 聲明 著作権 訂閱 記事一覧 註冊 評論 論壇 订阅 论坛 评论 購読 责编
    関連 關於 關閉 頻道 频道 首頁 首页 點擊 검색 공유 관련 광고 구독 기사 댓글 더보기 로그인 무단 인쇄 저작권
    회원가입 \u00a9
"""
CONTROL_SIGNS = re.compile("|".join(map(re.escape, _SIGNS.split())))
