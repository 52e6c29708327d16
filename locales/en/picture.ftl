## Words that are drawn. When their letters change, scripts/font.sh makes the font anew.

picture-maker = Financial Certificate · Gilbot (unofficial)
picture-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
picture-last-day = Last day today
picture-past = { $days ->
    [one] Expired yesterday
   *[other] Expired { $days } days ago
}
picture-until = until { $date }
picture-was-until = was valid until { $date }
picture-mark-today = Today
picture-mark-again = Again
picture-mark-d90 = 90 days
picture-mark-d30 = 30 days
picture-mark-d7 = 7 days
picture-mark-d1 = 1 day
picture-mark-expiry = Expiry
picture-mark-after = Day after
