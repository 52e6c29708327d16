## 달력에 넣기. 달력 앱 안에서 길봇 없이도 읽는다.

button-calendar = 달력에 넣기
button-calendar-all = 모두 달력에 넣기
calendar-caption =
    달력에 넣는 파일이에요. 눌러서 열어 주세요.
    알림이 안 뜨는 달력도 있어요. 길봇 알림은 그대로 가요.
    날짜가 바뀌면 파일을 다시 받아 주세요.
calendar-title = 금융인증서 끝나는 날 · { $label }
calendar-title-mine = 내 금융인증서 끝나는 날
calendar-alarm = { $days ->
    [0] 오늘까지예요 · { $title }
    [1] 하루 전이에요 · { $title }
   *[other] { $days }일 전이에요 · { $title }
}
calendar-about =
    길봇에 적어 두신 날짜예요.
    길봇은 은행이 만든 것이 아니에요(비공식).
    날짜가 다르면 화면에 적힌 날짜가 정답이에요.

## 그림. 설명 글은 그림과 같은 말을 한다.

button-picture = 그림으로 보기
picture-caption =
    <b>{ $label }</b>
    오늘: { $today }
    끝나는 날: { $date } ({ $left })
picture-hint = 그림이 싫으면 설정에서 꺼요.
