## 그림에 그려지는 말. 글자가 바뀌면 scripts/font.sh 로 글꼴을 다시 만든다.

picture-maker = 금융인증서 · 길봇(비공식)
picture-left = 만료까지 { $days }일
picture-last-day = 오늘까지예요
picture-past = 만료 { $days }일 지남
picture-until = { $date }까지
picture-was-until = { $date }까지였어요
picture-mark-today = 오늘
picture-mark-again = 다시 알림
picture-mark-d90 = 90일 전
picture-mark-d30 = 30일 전
picture-mark-d7 = 7일 전
picture-mark-d1 = 하루 전
picture-mark-expiry = 만료일
picture-mark-after = 다음 날
