# The ten things to have ready. check-NN says what it means here and why; check-NN.title is the button.

check-01 =
    Enter name, ID, account and phone number exactly.
    One wrong character can stop you halfway.
    Look over it once more after typing.
    Type them only on the bank’s screen, never in this chat.
    .title = Correct information

check-02 =
    The terms (약관) are your agreement with the bank.
    Open them one by one, read them all, and agree.
    If you miss a required one (필수), the next button won’t work.
    .title = Read all the terms

check-03 =
    The Financial Certificate (금융인증서) password has six digits. Think of it beforehand.
    Avoid birthdays, phone numbers, your account password and repeated digits.
    Whoever knows it could act in your name, so keep it to yourself.
    .title = A safe password

check-04 =
    Check that the bank has the mobile number that you use now.
    The check calls and texts go to that number.
    The cloud (클라우드) that holds your certificate also knows you by it.
    If it is an old one, change it first, in the app or at a branch.
    .title = Current mobile number

check-05 =
    Don’t hurry. Take one screen at a time.
    Set aside about 10 minutes in a quiet place.
    Daytime is best: around midnight and early morning there may be maintenance.
    If you stop and come back, we go on where you left off.
    .title = One step at a time

check-06 =
    A personal one is reported to last 3 years. Some texts say 2.
    So the date on your screen is the right one.
    After the expiry date it can’t be renewed. You need a new one.
    Think about renewal (갱신) from 30 days before.
    .title = Check the expiry date

check-07 =
    With a reissue (재발급), the previous certificate ends too.
    So there is no need to revoke it (폐기) yourself.
    Revoke it only if you no longer need it or something leaked.
    If this is your first one, just skip this.
    .title = The old one ends

check-08 =
    Have your security card (보안카드) or OTP in your hand.
    Some screens accept KB국민인증서 instead.
    Without any of them you would get stuck, so get one first.
    .title = Security card or OTP

check-09 =
    Update the phone number, address and e-mail that the bank has.
    The bank calls this 고객정보 수정 (changing customer details).
    With old ones left, you won’t get the check calls and texts.
    .title = Update your details

check-10 =
    If you get stuck, don’t struggle alone. Call customer service.
    KB: 1588-9999, from abroad +82-2-6300-9999.
    If the cloud (클라우드) won’t connect, ask KFTC (금융결제원): 1577-5500.
    .title = Stuck? Call for help
