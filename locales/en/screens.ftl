### The words of the screens: headings, buttons, the soft word above, reminders. What guides a person is in other files.

## Home

home-unfinished = Unfinished: <b>{ $procedure }</b> · step { $number }/{ $total } · { $ago }

ago-today = today
ago-yesterday = yesterday
ago-days = { $days } days ago

button-resume = Resume · step { $number }/{ $total }
button-resume-since = Resume · step { $number }/{ $total } · { $ago }
button-begin = Issue, reissue or renew
button-checklist = Checklist
button-new-date = Save expiry, get reminders
button-certificates-count = My certificates · { $count }
button-questions = Questions
button-troubles = I’m stuck
button-help = Help
button-settings = Settings · 한국어
button-home = Home

## The short questions and their result

question-number = <b>Question { $number }</b> · There are 5 at most.

button-unsure = I’m not sure
button-recommended = Suggested: { $choice }
button-question-before = Previous question
button-answer-again = Choose again

result-can =
    <b>{ $procedure }</b>
    We can start.
result-need =
    <b>You need</b>
    { $need }
result-time = Time: { $time }
result-not-now =
    <b>This guide can’t be used right now.</b>
    But there is another way.

button-prepare = Checklist
button-depart = Start the guide
button-with-kb-cert = I’ll use KB국민인증서
button-human = Ask a person
button-open-kb = Open kbstar.com
button-open-yeskey = Open yeskey.or.kr

## Checklist

checklist-head =
    <b>Checklist</b>
    { $ready } of { $total } things are ready.

    Tap them one by one. Your marks are kept.
checklist-complete =
    <b>Checklist</b>
    Everything is ready. You can start now.
checklist-item = <b>{ $item }</b> · { $number } of { $total }
checklist-item-ready = Marked as: <b>ready</b>
checklist-item-open = Marked as: <b>not yet</b>
checklist-missing =
    <b>Some things are not marked as ready yet.</b>
    { $items }

    You can still start. Your place will be kept.
checklist-missing-line = · { $item }

button-item-ready = Ready · { $number }. { $item }
button-item-open = { $number }. { $item }
button-ready = Ready
button-not-ready = Not yet
button-to-list = To the checklist
button-depart-anyway = Start anyway

## One step

step-head =
    <b>{ $number }/{ $total } · { $title }</b>
    Step { $number } of { $total }.

button-done = Done
button-stuck = I’m stuck
button-step-before = Previous step

## Stuck

stuck-head =
    <b>{ $title }</b>
    That’s all right. Where did you get stuck?
    Tap what is closest. Your place is kept.
trouble-head = <b>{ $title }</b>

button-solved = Solved
button-other-trouble = It’s something else
button-ask-human = Ask a person
button-back-to-step = Back to the step

## Finished

finished =
    <b>Done: { $procedure }.</b>
    You made it all the way. Well done!
finished-after =
    <b>What to do now</b>
    { $after }

button-afterwards = What to do now

## Entering the expiry date

date-whose =
    <b>Which certificate is this new expiry date for?</b>
    If it is not in the list, tap 'Another certificate'.
date-for = Certificate: <b>{ $label }</b>
date-ask =
    <b>Please type the expiry date (만료일) shown on the bank’s screen.</b>
    Just the date. No numbers or photos are needed.
date-ask-at-end =
    <b>Last thing: please type the expiry date (만료일) from the final screen.</b>
    I will remind you before that day.
    Just the date. No numbers or photos are needed.
date-ask-issue =
    <b>Please type the day it was issued.</b>
    You can also write 'today' or 'yesterday'.
date-example = Example: { $date }

date-pick-year = <b>Choose the year it expires.</b>
date-pick-year-issue = <b>Choose the year it was issued.</b>
date-pick-month = <b>{ $year }</b>: which month?
date-pick-day = <b>{ $month }</b>: which day?
date-year = { $year }
date-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
    [12] Dec
   *[other] { $month }
}
date-day = { $day }
date-itself = { $date }

date-either = <b>This can be read in two ways. Which day is it?</b>
date-terms =
    Issued: { $issued }

    Sources differ on how long it lasts.
    · 3 years (several public texts): { $three }
    · 2 years (one text about the issue): { $two }

    <b>The date on your screen is the right one.</b> Tap the day that fits.
    If you don’t know, tap 'I’m not sure'. I will remind you by the earlier day.
date-confirm =
    <b>{ $date }</b>
    { $left }

    Is this the expiry date?
date-confirm-past = This day has already passed. If it is right, you can still save it.
date-confirm-far = That is more than 3 years away. Please check the year on your screen again.

consent-head =
    <b>May I save this date?</b>
    I ask only once, the first time.

button-another-certificate = Another certificate
button-pick-date = Pick the date
button-type-date = Type it
button-only-issue = I only know the issue date
button-know-expiry = I know the expiry date
button-where = Where is the expiry date?
button-other-year = Another year
button-other-month = Another month
button-term-three = 3 years: { $date }
button-term-two = 2 years: { $date }
button-term-unsure = I’m not sure
button-save = Yes, save it
button-correct = Change the date
button-agree = Agree and save
button-decline = Don’t save

unclear-no-date = I couldn’t find a date. Please write year, month and day together.
unclear-incomplete = Part of the date is missing. Please write year, month and day.
unclear-impossible = That day is not in the calendar. Please look at the date on your screen again.
unclear-future-issue =
    The issue date can’t be later than today.
    If you meant the expiry date, tap 'I know the expiry date'.
unclear-lunar = Lunar dates don’t work here. Please write the solar date shown on your screen.
unclear-vague = I can’t tell the exact day. Please write year, month and day in numbers.

## My certificates

certificates =
    <b>My certificates: { $count }</b>
    Tap one to see its expiry date and coming reminders.
    You can save up to { $max }.
certificates-none =
    <b>My certificates</b>
    Nothing is saved yet.

    Save an expiry date, and I will remind you 30 days, 7 days and 1 day before.
    And once more the day after it expires.
certificate =
    <b>{ $label }</b>
    Expires: { $date }
    { $left }

label = { $words }
label-mine = My certificate
label-mother = Mother
label-father = Father
label-spouse = Spouse
label-work = Work

days-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
days-past = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
days-today = Last day today

notices =
    <b>Coming reminders</b>
    { $lines }
notices-muted =
    Reminders are off for this one.
    You can turn them on again with 'Turn on reminders'.
notices-none =
    There are no more reminders to come.
    When you have a new one, save its expiry date and I will remind you again.
notice-later = · Again: { $at }
notice-d90 = · 90 days before: { $at }
notice-d30 = · 30 days before: { $at }
notice-d7 = · 7 days before: { $at }
notice-d1 = · 1 day before: { $at }
notice-expired = · The day after: { $at }

saved =
    <b>Saved.</b>
    Certificate: { $label }
    Expires: { $date }
    { $left }
rename =
    Certificate: <b>{ $label }</b>

    What shall I call it? Choose one, or type up to { $max } characters.
    Better a nickname than a real name or a number.
remove =
    Certificate: <b>{ $label }</b>
    Expires: { $date }

    <b>Remove it from Gilbot?</b>
    You will get no more reminders for it.
    Your certificate at the bank stays as it is.

card-later = To get this reminder again later, choose a day below.
button-certificate = { $label } · { $left }
button-certificates = My certificates
button-start-now = Start now
button-renewed = Already done
button-later-tomorrow = Tomorrow
button-later-three-days = In 3 days
button-later-next-week = Next week
button-used = I’ve logged in
button-mute = Turn off reminders
button-unmute = Turn on reminders
button-rename = Rename
button-remove = Remove from here
button-remove-yes = Yes, remove it
button-leave-it = Leave it as it is

## Reminders. The days left are always counted anew, so that one read late is still true.

reminder-d90 =
    <b>{ $label } · { $left }</b>
    Financial Certificate (금융인증서) expires: { $date }

    Renewal (갱신) is reported to be possible from 90 days before.
    There is no hurry. Do it when you have time.

    You can choose below when I remind you again.
    A reminder from Gilbot (unofficial). To stop them, tap 'Turn off reminders'.
reminder-d30 =
    <b>{ $label } · { $left }</b>
    Financial Certificate (금융인증서) expires: { $date }

    Renew it (갱신) when you have time, and it is off your mind.
    Tap 'Start now' and we go step by step.

    You can choose below when I remind you again.
    A reminder from Gilbot (unofficial). To stop them, tap 'Turn off reminders'.
reminder-d7 =
    <b>{ $label } · { $left }</b>
    Financial Certificate (금융인증서) expires: { $date }

    There is not much time left. Please renew it (갱신). You need three things:
    · your mobile phone, in your own name
    · security card (보안카드) or OTP
    · your current six-digit password (don’t type it here)

    You can choose below when I remind you again.
    A reminder from Gilbot (unofficial). To stop them, tap 'Turn off reminders'.
reminder-d1 =
    <b>{ $label } · until tomorrow</b>
    Financial Certificate (금융인증서) expires: { $date }

    After tomorrow it can’t be renewed (갱신). You would need a new one.
    Do it today. It takes about 10 minutes.
    Have your phone and security card (보안카드) or OTP ready, and tap 'Start now'.

    You can choose below when I remind you again.
    A reminder from Gilbot (unofficial). To stop them, tap 'Turn off reminders'.
reminder-today =
    <b>{ $label } · last day today</b>
    Financial Certificate (금융인증서) expires: { $date }

    After today it can’t be renewed (갱신). You would need a new one.
    Have your phone and security card (보안카드) or OTP ready, and tap 'Start now'.
    Late at night the bank may be under maintenance, so better do it early.

    A reminder from Gilbot (unofficial). To stop them, tap 'Turn off reminders'.
reminder-expired =
    <b>{ $label } · { $left }</b>
    Financial Certificate (금융인증서) expired: { $date }

    The expiry date has passed. Your money is safe. You just need a new one.
    Tap 'Start now' and we go through it from the start.
    If you already have a new one, tap 'Already done'.

    You can choose below when I remind you again.
    A reminder from Gilbot (unofficial). To stop them, tap 'Turn off reminders'.
reminder-use =
    <b>{ $label }</b>
    Financial Certificate (금융인증서) expires: { $date } ({ $left })

    If you haven’t used it for long, please log in with it once.
    It is reported that a year without use may remove it from the cloud (클라우드).
    When you have done so, tap 'I’ve logged in'.

    A reminder from Gilbot (unofficial). To stop them, tap 'Turn off reminders'.
reminder-merged =
    <b>Certificates to care for (금융인증서)</b>
    { $lines }

    Tap one to start, or to turn off its reminders.
    Gilbot (unofficial) reminder
reminder-line = · { $label }: { $date }, { $left }
reminder-line-more = · and { $count } more
reminder-line-use = · { $label }: please log in once
reminder-gone = You have already removed the certificate of this reminder. There is nothing more to tell.

button-continue = Back to where I was

## Settings

settings =
    <b>Reminders and language</b>
    · Hour: { $hour }
    · Time zone: { $zone }
    · 90-day reminder: { $early }
    · Log-in reminder: { $yearly }
    · Picture when saving: { $pictures }

    The 90-day one comes when renewal (갱신) is reported to become possible.
    The log-in one comes ten months after you last noted a date or a log-in.
    Nothing is sent between 9 PM and 8 AM.
settings-hours =
    <b>At what hour shall I remind you?</b>
    Nothing is sent between 9 PM and 8 AM.
settings-zones =
    <b>Where are you now?</b>
    I will use the time there. If you are in Korea, leave it as it is.

word-on = on
word-off = off

hour-morning = { $hour } AM
hour-afternoon = { $hour ->
    [12] 12 noon
   *[other] { $hour } PM
}

zone-seoul = Korea (Seoul)
zone-shanghai = China (Shanghai)
zone-ho-chi-minh = Vietnam (Ho Chi Minh)
zone-dubai = UAE (Dubai)
zone-london = UK (London)
zone-berlin = Germany (Berlin)
zone-new-york = US East (New York)
zone-los-angeles = US West (Los Angeles)
zone-sydney = Australia (Sydney)
zone-other = { $name }

button-hours = Change hour
button-zones = Change time zone
button-early-on = Turn on 90-day reminder
button-early-off = Turn off 90-day reminder
button-yearly-on = Turn on log-in reminder
button-yearly-off = Turn off log-in reminder
button-to-settings = To settings
button-pictures-on = Send me pictures
button-pictures-off = No pictures

## Headings of what can be looked up

shelves =
    <b>Frequent questions</b>
    Choose a topic, or just type your question.
shelf =
    <b>{ $title }</b>
    Tap what you would like to know.
answer-head = <b>{ $title }</b>
groups =
    <b>I’m stuck</b>
    Where are you stuck? Tap what is closest.
group =
    <b>{ $title }</b>
    Tap what is closest to your case.
terms =
    <b>Bank words made easy</b>
    These words appear on the bank’s screens. Tap one to see what it means.

button-safety = Safety and fraud
button-compare = Compare certificates
button-terms = Bank words
button-privacy = Privacy

## My data

my-data =
    <b>Stored about you</b>
    · Certificates: { $certificates }
    · Reminder hour: { $hour }, { $zone }
    · Checklist marks: { $ticks }
    · Unfinished guide: { $walks ->
        [0] no
       *[other] yes
    }
    · Last visit: { $heard }

    Dates: see 'My certificates'. What I remember: 'Get it as a file'.
erase =
    <b>Erase everything that is stored?</b>
    Dates, reminders, marks and your place in the guide are erased at once.
    This can’t be undone, and you will get no more reminders.

    Your certificate at the bank stays as it is.
farewell =
    <b>Everything is erased.</b>
    Gilbot keeps nothing and will send no more reminders.
    Your certificate at the bank stays as it is.

    Please delete the messages of this chat in Telegram yourself.
    You are welcome back any time.
document-caption =
    This is what Gilbot remembers about you.
    It contains expiry dates, so please don’t send it to anyone.

button-my-data = See my data
button-hand-over = Get it as a file
button-erase = Erase everything
button-erase-yes = Yes, erase everything
button-start-again = Start again

## A soft word about what has just happened

remark-not-understood =
    Sorry, I didn’t understand. Try fewer words, or tap a button.
    Urgent? Call KB 1588-9999, reportedly 24 hours.
remark-unknown-command = I don’t know that command. /help lists the ones I know.
remark-secret-erased =
    <b>Deleted, not stored.</b> It looked like a secret. Still there? Delete it.
    If real, change it: KB 1588-9999. Fraud: 1394.
remark-sent-picture =
    No photos needed. I did not open or store it.
    It may show a password, so please delete it from this chat.
remark-sent-file =
    No files needed. I did not open or store it.
    If it holds anything important, please delete it from this chat.
remark-sent-voice = I can’t listen to voice messages and don’t store them. Please type a few words.
remark-sent-sticker = Thank you! Gilbot understands only text and buttons.
remark-sent-contact = No contacts needed. I did not store it.
remark-sent-location = No location needed. I did not store it.
remark-sent-other = I can’t read this. Please type, or tap a button.
remark-nudge =
    This is Gilbot (unofficial). Shall we go on with your unfinished guide?
    Tap 'Resume' to go back to your place. I ask only once per place.
remark-welcome-back = Good to see you again. This is the reminder I couldn’t send you.
remark-late = This reminder comes later than planned. The days left are counted from today.
remark-once-more = You may have got this reminder already. Reading one of them is enough.
remark-cancelled = Stopped. Your saved dates and reminders stay as they are.
remark-nothing-to-resume = There is no unfinished guide. Please start a new one below.
remark-not-kept = The date was not saved. You can still use the guide.
remark-certificate-gone = You have already removed that certificate from Gilbot.
remark-certificates-full = There is no more room. Remove one that you don’t use to add another.
remark-label-too-long = That name can’t be used. Please type a shorter one, on one line.
remark-renamed = The name has been changed.
remark-will-remind = I will remind you again on { $day }.
remark-nothing-to-remind = You saved a new expiry date, so there is nothing to remind you of now.
remark-muted = Reminders for this certificate are off. Its expiry date is kept.
remark-unmuted = Reminders for this certificate are on again.
remark-used = Well done. I noted that you logged in today.
remark-moved = Gilbot has been updated, so this is the first screen. Your dates and reminders are kept.

remark-told-d90 =
    The day of the 90-day reminder has passed.
    Renewal (갱신) is reported to be possible now. There is no hurry.
remark-told-d30 =
    The day of the 30-day reminder has passed.
    Please renew it (갱신) when you have time.
remark-told-d7 =
    The day of the 7-day reminder has passed.
    With phone and security card (보안카드) or OTP at hand, renew it (갱신) in time.
remark-told-d1 =
    The day of the last reminder has passed too. Please renew it (갱신) now.
    Tap 'Start now' in 'My certificates', and we go together.
remark-told-expired =
    It has already expired. Your money is safe. You just need a new one.
    Tap 'Start now' in 'My certificates', and we go together.

## What shows for a moment over the buttons

toast-moved = That button is from an older screen. Here is the current one.
toast-saved = Saved.
toast-muted = Reminders are off.
toast-unmuted = Reminders are on.
toast-will-remind-again = I will remind you again that day.
toast-removed = Removed from Gilbot.
toast-full = There is no more room.
toast-gone = You have already removed that certificate.
toast-drawing = Drawing the picture.

## Outside the conversation

group-greeting =
    Gilbot (unofficial) guides each person in a private chat.
    Nothing said here is stored.
    Tap the button below to come to the private chat.
button-open-private = Open private chat

trouble-with-record =
    I can’t read the record of this chat right now.
    It has not been erased. If this goes on, tell the operator, where you found the bot.

    Your certificate and your money at the bank are as they were.
    If it is urgent, call KB 1588-9999 or KFTC (금융결제원) 1577-5500.

## Old texts, sources, suspicious messages, languages

step-aged = This was checked long ago. Menu names may have changed.

button-differs = My screen is different
button-step-terms = What the words mean
button-source = Source
button-into-step = Go to this step
button-back-to-answer = Back to the answer

answer-near =
    <b>Did you mean one of these?</b>
    Tap what is closest. If nothing fits, please type it again in a few words.

source =
    <b>{ $title }</b>

    Source: { $source }
    How sure: { $confidence }
    Checked on: { $checked }

    If your bank’s screen is different, the bank’s screen is right.
confidence-high = high (official, or several sources agree)
confidence-medium = medium (about two sources agree)
confidence-low = low (needs more checking)

genuine =
    <b>Is this message genuine?</b>
    Paste or forward the message that you received here.
    We look together for anything suspicious. I don’t store it.

    Please take out numbers and passwords before you send it.
button-genuine = Is a message genuine?
checked-suspicious =
    <b>Something is suspicious. Don’t tap anything and don’t reply.</b>
    I can judge only by the words of the message.
checked-nothing-found =
    <b>I found nothing suspicious in the words.</b>
    Still, I can’t say that it is genuine. Please check with the bank itself.
checked-lines =
    <b>What I looked at</b>
    { $lines }
checked-link-none = · Link: no
checked-link-official = · Link: looks like an official address. Don’t tap it, type the address yourself
checked-link-elsewhere = · Link: <b>not an address of the bank</b>
checked-link-shortened = · Link: <b>a short address that hides where it leads</b>
checked-secret-yes = · Asking for passwords or numbers: <b>yes</b>
checked-secret-no = · Asking for passwords or numbers: not found
checked-remote-yes = · Remote-control app or file to install: <b>yes</b>
checked-remote-no = · Remote-control app or file to install: not found
checked-money-yes = · Asking you to send money: <b>yes</b>
checked-money-no = · Asking you to send money: not found
checked-urgency-yes = · Pressing you to hurry: <b>yes</b>
checked-urgency-no = · Pressing you to hurry: not found
checked-whom-to-call =
    <b>Whom to ask</b>
    · KB 1588-9999
    · 1394 if you suspect fraud, 112 if you have sent money
    · 1332 for financial advice, 118 for texts and harmful apps

# Each is written in its own language: whoever looks for it reads that one.
button-speak-korean = 한국어로 보기
button-speak-easy = 쉬운 말로 보기
button-speak-english = English

## Reminders for two

button-share = Share these reminders
button-share-send = Send a link
button-unshare = Stop sharing
share =
    <b>Share the reminders: { $label }</b>

    Send a link to your family with the button below.
    If they accept, the reminders go to them on the same days.
    You share the label and the expiry date, nothing else.

    Up to { $max } people can join. The link works for 7 days.
    Either of you can stop at any time.
invited =
    <b>Somebody would like to share expiry reminders with you.</b>
    Certificate: { $label }
    Expires: { $date }

    Accept only if you know who sent you the link.
    You can stop at any time.
label-of-somebody = A family member’s certificate
button-join = Yes, share with me
button-no-thanks = No, thank you
card-shared = People who share these reminders: { $count }.
card-shared-with-me = Somebody shares these reminders with you. Delete the entry to stop.
remark-joined = You now share these reminders.
remark-sharing-ended = The shared reminders have ended. The certificate has left your list.
remark-unshared = From now on only you get these reminders.
remark-invitation-void = This link does not work. Please ask the sender for a new one.
