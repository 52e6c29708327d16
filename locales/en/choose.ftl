# The questions at the start, their options, and what they add up to.
# question-… is the question, unsure-… the explanation for “I’m not sure”, the rest are button labels and results.

## Questions

question-purpose = What would you like to do?
question-detail-password = Do you know your current password?
question-detail-phone = What has changed?
question-detail-other-bank = Where would you like to register it?
question-situation = Does one of these apply to you?
question-channel = Where would you like to do it?
question-medium = What do you have at hand?
question-identification = How would you like to prove who you are?

## What to know when unsure

unsure-purpose =
    Issue (발급) makes your first one. Reissue (재발급) makes it again.
    Renewal (갱신) extends it before it ends.
    Revoke (폐기) ends it for good.
    If it has expired or you forgot the password, you need a reissue.

    If you have never had a Financial Certificate (금융인증서), choose '{ purpose-issue }'.

unsure-detail-password =
    The Financial Certificate (금융인증서) password has six digits.
    It is not your account password or app password.
    Not even the bank can look it up. If it is lost, you make a new one.

    If you may still remember it, try '{ detail-password-known }' first.

unsure-detail-phone =
    If only the phone is new and the number is the same, it is simple.
    If the number has changed, the bank must know the new one first.
    Using it on both a computer and a phone is easy too.

    If your number is the same, choose '{ detail-new-phone }'.

unsure-detail-other-bank =
    Each person has one Financial Certificate (금융인증서) and registers it at each bank.
    If you made it at KB, register it at the other bank.
    If you made it at another bank, register it at KB.

    If you made it at KB, choose '{ detail-kb-elsewhere }'.

unsure-situation =
    If you are abroad or have no phone in your own name, the way is different.
    It also differs a little for children under 14, businesses and foreigners.

    If nothing here fits you, choose '{ situation-ordinary }'.

unsure-channel =
    You get the same certificate either way.
    The phone app is simpler: there is less to install.
    On a computer the letters are bigger and easier to read.

    If you have a phone, choose '{ channel-app }'.

unsure-medium =
    A security card (보안카드) is a bank card with boxes of numbers.
    An OTP is a device that shows a different number each time.
    KB국민인증서 is KB’s own certificate, made inside KB스타뱅킹 (KB Star Banking).

    First look in your wallet, or where you keep your bankbook.
    If you find a card, choose '{ medium-card }'.

unsure-identification =
    The mobile phone check works by text message or the PASS app.
    In the ARS call you key in the number that is on the screen.
    Both need a mobile phone in your own name.

    If you can read text messages, choose '{ identification-phone }'.

## Options

purpose-issue = First issue (발급)
purpose-reissue = Reissue (재발급)
purpose-renew = Renew, extend (갱신)
purpose-revoke = Revoke, end it (폐기)
purpose-password = Change/forgot password
purpose-phone = New phone or number
purpose-other-bank = Use it at another bank

detail-password-known = Yes, I know it
detail-password-forgotten = No, I forgot it
detail-new-phone = New phone, same number
detail-new-number = New phone number
detail-second-device = Use on another device
detail-kb-elsewhere = KB one at another bank
detail-other-at-kb = Other bank’s one at KB

situation-ordinary = No, nothing applies
situation-abroad = I am abroad now
situation-no-own-phone = No phone in my name
situation-under-14 = I am under 14
situation-business = It is for a business
situation-foreigner = I am a foreigner

channel-app = KB스타뱅킹 app
channel-web = Website on a computer

medium-card = Security card (보안카드)
medium-otp = OTP
medium-kb-cert = KB cert. (KB국민인증서)
medium-nothing = I have none of these

identification-phone = Mobile phone check
identification-ars = ARS call

## Procedures: name, what to have at hand, how long, what comes afterwards

procedure-issue = First issue of the Financial Certificate (금융인증서)
    .need =
        · KB account and its password
        · KB internet banking ID
        · a phone in your name (calls, texts)
        · six new password digits
    .time = about 10 minutes
    .after =
        · Log in once with the Financial Certificate (금융인증서).
        · Write down the expiry date from the final screen.
        · To use it at another bank, register it there.
        · It is ready now, even when something is urgent.

procedure-reissue = Reissue of the Financial Certificate (금융인증서)
    .need =
        · KB account and its password
        · KB internet banking ID
        · a phone in your name (calls, texts)
        · six new password digits
    .time = about 10 minutes
    .after =
        · Log in once with the new certificate.
        · The old one has ended. No need to revoke it (폐기).
        · If you used it at other banks or public services, register it there again.
        · Write down the expiry date from the final screen.
        · The date may be the old one, so do look at the screen.

procedure-renew = Renewal of the Financial Certificate (금융인증서)
    .need =
        · current six-digit password
        · a phone in your name (texts)
        · the expiry date from your screen
    .time = about 10 minutes
    .after =
        · Write down the new expiry date from the final screen.
        · Tell me just that date, and I will remind you next time too.
        · Log in once.
        · You may have to set fingerprint or pattern again.

procedure-revoke = Revoking the Financial Certificate (금융인증서)
    .need =
        · KB internet banking ID
        · a phone in your name
        · KB account and its password
    .time = about 5 minutes
    .after =
        · In '인증서 관리' (Manage certificate), check that it is gone.
        · Other banks and public services don’t accept it any more either.
        · You can get a new one at any time.
        · If anything leaked, report it to KB: 1588-9999 (사고신고).

procedure-change-password = Password change
    .need =
        · current six-digit password
        · six new digits
        · a phone in your name (texts)
    .time = about 5 minutes
    .after =
        · Log in once with the new password.
        · You may have to set fingerprint or pattern again.
        · Tell nobody the new password.

procedure-new-phone = Connect a new phone
    .need =
        · the new phone (calls, texts)
        · current six-digit password
        · KB internet banking ID
    .time = about 10 minutes
    .after =
        · Log in once on the new phone.
        · Set fingerprint or pattern again on the new phone.
        · Before you give the old phone away, delete its bank app.

procedure-new-number = Reissue with a new number
    .need =
        · your ID card
        · the new number in your name (calls, texts)
        · KB account and its password
        · KB internet banking ID
        · six new password digits
    .time = about 20 minutes
    .after =
        · Log in once with the new certificate.
        · The old one has ended. No need to revoke it (폐기).
        · Register it again at other banks and public services.
        · Change your phone number there to the new one too.
        · Write down the expiry date from the final screen.

procedure-second-device = Use on another device
    .need =
        · the other device
        · a phone in your name (texts)
        · current six-digit password
    .time = about 5 minutes
    .after =
        · Log in once on each of the two devices.
        · On a shared computer, disconnect Auto-connect (자동연결).

procedure-kb-elsewhere = Register at another bank
    .need =
        · ID and account of that bank
        · its security card (보안카드) or OTP
        · current six-digit password
        · a phone in your name (calls, texts)
    .time = about 10 minutes for each bank
    .after =
        · Log in once at that bank.
        · For further banks, register in the same way.
        · After a later reissue (재발급), register again at each bank.

procedure-other-at-kb = Register at KB
    .need =
        · KB internet banking ID
        · KB account and its password
        · current six-digit password
        · a phone in your name (calls, texts)
    .time = about 10 minutes
    .after =
        · Log in once at KB.
        · Renew it at the bank where you first made it.
        · After a reissue (재발급) there, register it here again.

## Results

result-medium-card = · security card (보안카드), not a photo
result-medium-otp = · OTP (press once: does it show digits?)
result-medium-kb-cert = · the phone with your KB국민인증서

result-why-no-own-phone =
    Right now it is hard to do alone.
    Only a mobile phone in your own name can show that it is you.

    · Ask your carrier whether the phone can be put in your name.
    · If not, go to a branch with your ID card and ask there.
    · Before you go, ask KB 1588-9999 what to bring.
    Internet banking help is reported to be open 24 hours.
    The line for seniors: 1644-3308, reportedly weekdays 9:00–18:00.

result-why-under-14 =
    Under 14, you can’t follow this guide on your own.
    A parent or other legal guardian has to do it with the bank.

    · First ask KB 1588-9999 whether it can be made.
    · If so, also ask which papers to bring.
    · Then your guardian goes to a branch.
    Internet banking help is reported to be open 24 hours.

result-why-business =
    This guide is only about the personal Financial Certificate (금융인증서).
    The business one is another product, with its own period and fee.

    · On the KB website, open '인증센터' (Certificate Center), then '기업' (Business).
    · For questions, call KB 1588-9999.
    Internet banking help is reported to be open 24 hours.
    If you need a personal one, please choose again from the start.

result-why-medium-nothing =
    Without security card (보안카드), OTP or KB국민인증서 you would get stuck.
    Get one of them first, and you can go straight on.

    · In KB스타뱅킹, open '인증/보안' (Certificates/Security) and make a 'KB국민인증서'.
    · If the issue screen then shows it, you can use it.
    · If not, get a security card or OTP at a branch with your ID card.
    · For questions, call KB 1588-9999.
    Internet banking help is reported to be open 24 hours.

result-caution-abroad =
    Abroad, only the identity check differs.
    · Choose '해외 출국확인' (Departure check).
    · Take the ARS call on a local number.
    · First lift any overseas IP block.
    · No account? Take your passport to a Korean embassy.
    Ask KB: +82-2-6300-9999

result-caution-foreigner =
    I’m not sure that this works. Better ask first.
    · KB’s line for foreigners is 1599-4477.
    · No answer? Ask 1588-9999.
    · Bank and carrier must have the very same name.
    · English names: same order, same spaces.

result-caution-reissue =
    The old one ends everywhere. No need for 폐기 (Revoke).
    Used elsewhere? Register there again.

result-caution-loan =
    Online loan soon? First ask 1588-9999.
    A 4-day wait after issue is reported, unconfirmed.
