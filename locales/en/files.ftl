## For the calendar. Read inside a calendar app, without Gilbot.

button-calendar = Add to calendar
button-calendar-all = Add all to calendar
calendar-caption =
    This file is for your calendar. Tap it, and your calendar app will ask.
    Some calendar apps leave out the alerts. Gilbot’s reminders still come.
    If the expiry date changes, get a new file and add it again.
calendar-title = Financial Certificate expires · { $label }
calendar-title-mine = My Financial Certificate expires
calendar-alarm = { $days ->
    [0] Last day · { $title }
    [1] 1 day left · { $title }
   *[other] { $days } days left · { $title }
}
calendar-about =
    This is the date saved in Gilbot, an unofficial guide that has nothing to do with KB Kookmin Bank.
    If the date differs, the one on the bank’s screen is right.

## Pictures. The caption says the same as the picture.

button-picture = See it as a picture
picture-caption =
    <b>{ $label }</b>
    Today: { $today }
    Expires: { $date } ({ $left })
picture-hint = You can turn pictures on or off in the settings.
