### Pages to look up, such as help; the bot's profile; the descriptions of its commands.

page-welcome =
    Hello, I’m <b>Gilbot (길봇)</b>. I help you get or reissue KB Kookmin Bank’s Financial Certificate (금융인증서), step by step. I also remind you before it expires.

    Gilbot is an <b>unofficial</b> guide. It is not connected with KB Kookmin Bank.

    It <b>never asks</b> for passwords, resident registration numbers or security card numbers. Please don’t type them here.

    Tap what you would like to do. Or just type your question.

page-help =
    <b>How it works</b>
    · Tap a button to go on.
    · Type a question: “The ARS call does not come”
    · Type an expiry date: “15 March 2028”
    · Tap 'I’m stuck' for help. Your place is kept.

    <b>Commands</b>
    /guide start the guide
    /check checklist
    /mycert certificates, reminders
    /settings reminder hour
    /cancel stop
    /privacy privacy policy
    /mydata what is stored
    /delete erase everything

    <b>Talk to a person</b>
    · KB 1588-9999
    · Seniors 1644-3308
    · From abroad +82-2-6300-9999

    Unofficial. Never type passwords or resident registration numbers here.

page-privacy =
    <b>Privacy policy</b>

    <b>Stored:</b> chat and message numbers, nickname, expiry date. Settings, language, consent time. Place, answers, marks, last visit. If sharing reminders: the other’s chat number. No names, phone or account numbers. Daily counts say nothing of who.
    <b>Why:</b> to guide and remind. No ads; only you can share.
    <b>How long:</b> until you erase it, or 180 idle days with no certificate.
    <b>You can:</b> /mydata, /delete, stop reminders. The guide needs no consent.
    <b>Abroad:</b> Telegram’s servers. Delete the chat there yourself.
    <b>Passwords:</b> not stored; message deleted.
    <b>Age:</b> reminders from 14.
    <b>Operator:</b> ask where you found the bot.

page-what-is-stored =
    For reminders I store <b>only this</b>:

    · chat and message numbers
    · certificate nickname, expiry date
    · reminder settings, language, time of consent
    · your place, answers and checklist marks
    · your last visit
    · if you share reminders: the other’s chat number

    No names, phone or account numbers. Kept until you erase it with /delete, or for 180 idle days if no certificate is saved.

    The guide works without this. You must be 14 or older to agree.

page-safety =
    <b>The real Gilbot</b>
    · has '비공식' in its name; check its @ID
    · wants no passwords, cards, photos, money
    · links: kbstar.com, yeskey.or.kr, its Telegram page
    · writes first only to remind or resume

    <b>A bank never</b>
    · asks by call or text for passwords, OTP, codes
    · wants your whole security card
    · has you install remote apps, apps from links
    · has you move money to a 'safe account'
    · charges for a personal certificate

    Type codes <b>only on KB screens you opened yourself.</b>

    <b>Call now</b>
    · KB 1588-9999: stop payments
    · 1394: phishing, 24h
    · 112: money gone
    · 118: bad texts, apps
    · 1332: advice

page-compare =
    The names are alike, but these are <b>different certificates</b>.

    <b>Financial Certificate (금융인증서)</b>
    · Kept in: the cloud of KFTC (금융결제원)
    · Password: 6 digits
    · Lasts: reportedly 3 years
    · Used at: many banks and public services

    <b>Joint Certificate (공동인증서)</b>, once 공인인증서
    · Kept in: a file on a computer or phone
    · Password: long, letters and numbers
    · Lasts: 1 year
    · Used at: many banks and public services

    <b>KB국민인증서</b>, once KB모바일인증서
    · Kept in: the KB app
    · Used at: mostly KB

    You may have all of them. Gilbot is about the <b>Financial Certificate</b>.

page-expiry-where =
    <b>The expiry date (만료일) is on the bank’s screen.</b>

    <b>App (KB스타뱅킹)</b>
    전체메뉴 (≡, All menus) → '인증/보안' (Certificates/Security) → '금융인증서' (Financial Certificate) → '인증서 관리' (Manage certificate)

    <b>Website</b>
    www.kbstar.com → '인증센터' (Certificate Center) → '개인' (Personal) → '금융인증서' → '인증서 관리'

    <b>Login window</b>
    It is also in the list you see when you log in with '금융인증서'.

    Menu names may differ a little. Please type <b>just the date</b>. Don’t send a photo of the screen.

## The bot's profile

bot-name = Gilbot · KB certificate guide (비공식, unofficial)
bot-short-description = Unofficial. Step by step to a KB Kookmin Bank 금융인증서, with expiry reminders. Never asks for passwords.
bot-description =
    An unofficial guide (비공식). Not connected with KB Kookmin Bank.

    · Walks you through getting or reissuing the KB 금융인증서, one step at a time.
    · Helps when the ARS call or the text message does not come.
    · Reminds you 30 days, 7 days and 1 day before it expires.

    It never asks for passwords, resident registration numbers or security card numbers. Please do not type them here.

    Press “Start” below.

## The descriptions of the commands

command-start = Open the first screen
command-help = How to use it, phone numbers
command-guide = Start the step-by-step guide
command-check = Checklist of what you need
command-mycert = My certificates and reminders
command-settings = Reminder hour and settings
command-privacy = Privacy policy
command-mydata = Show what is stored about me
command-delete = Erase everything stored
command-cancel = Stop what I am doing
command-stats = Statistics for operators
