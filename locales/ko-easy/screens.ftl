### 화면의 말을 쉽게. 여느 말로도 쉬운 단추는 여기에 없다.

## 처음 화면

home-unfinished =
    하던 일이 있어요: <b>{ $procedure }</b>
    { $total }단계 중 { $number }단계예요. { $ago }까지 했어요.

button-resume = 이어하기 · { $total }단계 중 { $number }단계
button-resume-since = 이어하기 · { $total }단계 중 { $number }단계 · { $ago }
button-begin = 인증서 만들기와 기간 늘리기
button-checklist = 준비물 보기
button-new-date = 끝나는 날 적고 알림 받기
button-settings = 설정·보통 말·English

## 짧은 질문과 그 결과

question-number =
    <b>{ $number ->
        [1] 첫
        [2] 두
        [3] 세
        [4] 네
       *[other] 다섯
    } 번째 질문</b>이에요. 많아도 다섯 개예요.

button-recommended = 추천: { $choice }

result-can =
    <b>{ $procedure }</b>
    할 수 있어요. 같이 해 봐요.
result-need =
    <b>준비할 것</b>
    { $need }
result-time = { $time } 걸려요.
result-not-now =
    <b>지금은 이대로 할 수 없어요.</b>
    그래도 길은 있어요.

button-prepare = 준비물 보기
button-with-kb-cert = KB국민인증서(은행 앱의 도장)로 할게요
button-open-kb = 국민은행 홈페이지 열기
button-open-yeskey = 금융결제원 홈페이지 열기

## 체크리스트

checklist-head =
    <b>준비물</b>
    { $total }가지 중 { $ready }가지가 준비됐어요.

    하나씩 눌러 보세요.
    표시는 그대로 남아요.
checklist-complete =
    <b>준비물</b>
    모두 준비됐어요. 이제 시작해요.
checklist-item =
    <b>{ $item }</b>
    { $total }가지 중 { $number }번째예요.
checklist-missing =
    <b>아직 표시하지 않은 것이 있어요.</b>
    { $items }

    그래도 시작할 수 있어요.
    하던 자리는 남겨 둬요.

checklist-missing-line = · { $item }

button-item-ready = 준비됨 · { $number }. { $item }
button-item-open = { $number }. { $item }
button-to-list = 준비물 목록으로

## 한 단계

step-head =
    <b>{ $title }</b>
    { $total }단계 중 { $number }단계예요.

## 막혔을 때

stuck-head =
    <b>{ $title }</b>
    괜찮아요. 어디에서 막혔어요?
    가까운 것을 눌러요. 하던 자리는 그대로예요.

trouble-head = <b>{ $title }</b>

## 마친 뒤

finished =
    <b>{ $procedure }{ P($procedure, "을/를") } 마쳤어요.</b>
    끝까지 잘하셨어요.
finished-after =
    <b>이제 이것만 해요</b>
    { $after }

## 만료일 적기

date-whose =
    <b>어느 인증서의 끝나는 날이에요?</b>
    여기 없으면 '다른 인증서예요'를 눌러요.
date-for = 인증서: <b>{ $label }</b>
date-ask =
    <b>화면에 적힌 끝나는 날을 적어 주세요.</b>
    은행 화면에는 '만료일'이라고 적혀 있어요.
    날짜만 적어요. 번호나 사진은 안 돼요.
date-ask-at-end =
    <b>마지막이에요. 끝나는 날을 적어 주세요.</b>
    은행 화면에는 '만료일'이라고 적혀 있어요.
    그날이 오기 전에 알려 드려요.
    날짜만 적어요. 번호나 사진은 안 돼요.
date-ask-issue =
    <b>인증서를 만든 날을 적어 주세요.</b>
    '오늘'이라고 적어도 돼요.
date-example = 이렇게 적어요: { $date }

date-pick-year = <b>끝나는 해를 눌러요.</b>
date-pick-year-issue = <b>만든 해를 눌러요.</b>
date-pick-month = <b>{ $year }년</b> 몇 월이에요?
date-pick-day = <b>{ $month }</b> 며칠이에요?

date-either = <b>두 날로 읽혀요. 어느 날이에요?</b>
date-terms =
    만든 날: { $issued }

    기간이 3년이라는 글도 있고 2년이라는 글도 있어요.
    · 3년이면 { $three }
    · 2년이면 { $two }

    <b>은행 화면에 적힌 날짜가 맞아요.</b>
    맞는 날을 눌러요.
    모르면 '잘 모르겠어요'를 눌러요.
    그러면 이른 날로 알려 드려요.
date-confirm =
    <b>{ $date }</b>
    { $left }

    이날이 끝나는 날 맞아요?
date-confirm-past = 이미 지난 날이에요. 맞으면 저장해도 돼요.
date-confirm-far =
    3년보다 더 남았어요.
    은행 화면의 연도를 다시 봐 주세요.

consent-head =
    <b>이 날짜를 적어 둬도 될까요?</b>
    처음 한 번만 여쭤봐요.

button-only-issue = 만든 날만 알아요
button-know-expiry = 끝나는 날을 알아요
button-where = 끝나는 날은 어디서 봐요?

unclear-no-date = 날짜를 못 찾았어요. 몇 년 몇 월 며칠인지 적어 주세요.
unclear-incomplete = 조금 모자라요. 몇 년 몇 월 며칠인지 적어 주세요.
unclear-impossible = 달력에 없는 날이에요. 화면을 다시 봐 주세요.
unclear-future-issue =
    만든 날은 오늘보다 뒤일 수 없어요.
    끝나는 날이면 '끝나는 날을 알아요'를 눌러요.
unclear-lunar = 음력은 몰라요. 화면의 양력 날짜를 적어 주세요.
unclear-vague = 며칠인지 모르겠어요. 숫자로 적어 주세요.

## 내 인증서

certificates =
    <b>내 인증서 { $count }개</b>
    누르면 끝나는 날과 알림이 나와요.
    { $max }개까지 적어 둘 수 있어요.
certificates-none =
    <b>내 인증서</b>
    아직 적어 둔 것이 없어요.

    끝나는 날을 적으면 미리 알려 드려요.
    30일 전, 7일 전, 하루 전에 알려요.
    끝난 다음 날에도 한 번 알려요.
certificate =
    <b>{ $label }</b>
    끝나는 날: { $date }
    { $left }

days-left = { $days }일 남았어요
days-past = { $days }일 지났어요
days-today = 오늘까지예요

notices =
    <b>보낼 알림</b>
    { $lines }
notices-muted =
    알림을 꺼 두셨어요.
    '알림 켜기'를 누르면 다시 켜져요.
notices-none =
    이제 보낼 알림이 없어요.
    새로 만들고 날짜를 적으면 다시 알려요.

saved =
    <b>적어 뒀어요.</b>
    인증서: { $label }
    끝나는 날: { $date }
    { $left }
rename =
    인증서: <b>{ $label }</b>

    무엇이라고 부를까요?
    고르거나 { $max }자까지 적어요.
    진짜 이름 말고 별명이 좋아요.
remove =
    인증서: <b>{ $label }</b>
    끝나는 날: { $date }

    <b>길봇에서 지울까요?</b>
    지우면 알림이 오지 않아요.
    은행에 있는 인증서는 그대로예요.

button-certificate = { $label } · { $left }
card-later = 나중에 다시 알려 드릴까요? 아래에서 날을 골라요.

## 알림. 늦게 읽어도 맞도록 남은 날은 늘 새로 센다.

reminder-d90 =
    <b>{ $label } · { $left }</b>
    금융인증서가 끝나는 날: { $date }

    이제 기간을 늘릴 수 있다고 알려져 있어요.
    급하지 않아요. 천천히 하셔도 돼요.

    나중에 다시 받으려면 아래에서 날을 골라요.
    길봇(비공식)의 알림이에요.
    그만 받으려면 '알림 끄기'를 눌러요.
reminder-d30 =
    <b>{ $label } · { $left }</b>
    금융인증서가 끝나는 날: { $date }

    시간이 날 때 기간을 늘려 두세요.
    '지금 시작'을 누르면 같이 해요.

    나중에 다시 받으려면 아래에서 날을 골라요.
    길봇(비공식)의 알림이에요.
    그만 받으려면 '알림 끄기'를 눌러요.
reminder-d7 =
    <b>{ $label } · { $left }</b>
    금융인증서가 끝나는 날: { $date }

    얼마 남지 않았어요. 이것을 챙겨요.
    · 내 이름으로 된 휴대폰
    · 보안카드(숫자 카드)나 OTP(숫자 기계)
    · 비밀번호 숫자 여섯 개(여기에는 적지 마세요)
    '지금 시작'을 누르면 같이 해요.

    나중에 다시 받으려면 아래에서 날을 골라요.
    길봇(비공식)의 알림이에요.
    그만 받으려면 '알림 끄기'를 눌러요.
reminder-d1 =
    <b>{ $label } · 내일까지예요</b>
    금융인증서가 끝나는 날: { $date }

    오늘 기간을 늘려요. 10분쯤 걸려요.
    내일이 지나면 새로 만들어야 해요.
    휴대폰과 보안카드(숫자 카드)를 챙겨요.
    OTP(숫자 기계)를 쓰시면 그것을 챙겨요.
    '지금 시작'을 누르면 같이 해요.

    나중에 다시 받으려면 아래에서 날을 골라요.
    길봇(비공식)의 알림이에요.
    그만 받으려면 '알림 끄기'를 눌러요.
reminder-today =
    <b>{ $label } · 오늘까지예요</b>
    금융인증서가 끝나는 날: { $date }

    오늘이 지나면 새로 만들어야 해요.
    밤늦게는 안 될 수 있으니 일찍 해요.
    휴대폰과 보안카드(숫자 카드)를 챙겨요.
    OTP(숫자 기계)를 쓰시면 그것을 챙겨요.
    '지금 시작'을 누르면 같이 해요.

    길봇(비공식)의 알림이에요.
    그만 받으려면 '알림 끄기'를 눌러요.
reminder-expired =
    <b>{ $label } · { $left }</b>
    금융인증서가 끝난 날: { $date }

    돈은 안전해요. 새로 만들면 돼요.
    '지금 시작'을 누르면 같이 해요.
    벌써 하셨으면 '이미 했어요'를 눌러요.

    나중에 다시 받으려면 아래에서 날을 골라요.
    길봇(비공식)의 알림이에요.
    그만 받으려면 '알림 끄기'를 눌러요.
reminder-use =
    <b>{ $label }</b>
    금융인증서가 끝나는 날: { $date }
    { $left }

    오래 안 쓰셨으면 한 번 로그인해 두세요.
    1년 동안 안 쓰면 없어질 수 있다고 해요.
    로그인은 인증서로 은행에 들어가는 거예요.
    하신 뒤에 '로그인했어요'를 눌러요.

    길봇(비공식)의 알림이에요.
    그만 받으려면 '알림 끄기'를 눌러요.
reminder-merged =
    <b>챙길 금융인증서가 있어요.</b>
    { $lines }

    하나씩 눌러요. '지금 시작'과 '알림 끄기'가 나와요.
    길봇(비공식)의 알림이에요.
reminder-line = · { $label }: { $date }, { $left }
reminder-line-use = · { $label }: 한 번 로그인해 두세요
reminder-gone = 이 인증서는 이미 지우셨어요. 알릴 것이 없어요.

## 알림 설정

settings =
    <b>알림과 말투</b>
    · 알림 시간: { $hour }
    · 지금 있는 나라: { $zone }
    · 90일 전 알림: { $early }
    · 로그인해 두기 알림: { $yearly }
    · 저장할 때 그림: { $pictures }

    90일 전부터 기간을 늘릴 수 있다고 해요.
    로그인해 두기는 은행에 들어가 보기예요.
    마지막으로 적으신 지 열 달 뒤에 알려요.
    밤 9시부터 아침 8시까지는 안 보내요.
settings-hours =
    <b>몇 시에 알려 드릴까요?</b>
    밤 9시부터 아침 8시까지는 안 보내요.
settings-zones =
    <b>지금 어느 나라에 계세요?</b>
    그곳 시간에 맞춰 알려 드려요.
    한국이면 그대로 두세요.

button-zones = 있는 나라 바꾸기
button-to-settings = 알림과 말투로
button-pictures-on = 그림 받기
button-pictures-off = 그림 안 받기

## 펼쳐 보는 글의 제목

shelves =
    <b>자주 묻는 질문</b>
    궁금한 쪽을 눌러요. 글로 적으셔도 돼요.
shelf =
    <b>{ $title }</b>
    궁금한 것을 눌러요.
answer-head = <b>{ $title }</b>
groups =
    <b>막혔을 때</b>
    어느 쪽이 막혔어요? 가까운 것을 눌러요.
group =
    <b>{ $title }</b>
    내 경우와 가까운 것을 눌러요.
terms =
    <b>쉬운 말 풀이</b>
    은행 화면에 나오는 말이에요.
    궁금한 말을 눌러요.

## 내 정보

my-data =
    <b>적어 둔 내 정보</b>
    · 인증서: { $certificates }개
    · 알림 시간: { $hour } ({ $zone })
    · 준비물 표시: { $ticks }개
    · 하던 안내: { $walks ->
        [0] 없음
       *[other] 있음
    }
    · 마지막으로 오신 날: { $heard }
erase =
    <b>적어 둔 것을 모두 지울까요?</b>
    끝나는 날, 알림, 하던 자리가 지워져요.
    되돌릴 수 없고 알림도 오지 않아요.

    은행에 있는 인증서는 그대로예요.
farewell =
    <b>모두 지웠어요.</b>
    이제 알림을 보내지 않아요.
    은행에 있는 인증서는 그대로예요.

    여기 적은 글은 텔레그램에서 직접 지워 주세요.
    언제든 다시 오세요.
document-caption =
    길봇이 기억하는 내용이에요.
    끝나는 날이 들어 있어요.
    남에게 보내지 마세요.

## 방금 있었던 일에 대한 한마디

remark-not-understood =
    제가 잘 못 알아들었어요.
    짧게 다시 적거나 아래 단추를 눌러요.
    급하면 국민은행 1588-9999에 전화해요.
remark-unknown-command = 그런 명령은 없어요. 아래 단추를 눌러 주세요.
remark-secret-erased =
    <b>방금 적으신 글은 지웠어요. 저장하지 않았어요.</b>
    비밀번호나 개인 번호로 보였어요.
    글이 아직 보이면 직접 지워 주세요.
    진짜 비밀번호였으면 은행에서 바꿔요.
    국민은행 1588-9999, 사기 같으면 1394예요.
remark-sent-picture =
    사진은 받지 않았어요. 필요 없어요.
    비밀번호가 찍혔을 수 있으니 지워 주세요.
remark-sent-file =
    파일은 받지 않았어요. 필요 없어요.
    중요한 것이 들어 있으면 지워 주세요.
remark-sent-voice = 목소리는 듣지 않아요. 글로 짧게 적어 주세요.
remark-sent-sticker = 고마워요. 저는 글과 단추만 알아들어요.
remark-sent-contact = 연락처는 필요 없어요. 저장하지 않았어요.
remark-sent-location = 위치는 필요 없어요. 저장하지 않았어요.
remark-sent-other = 이것은 못 읽어요. 글로 적거나 단추를 눌러요.
remark-nudge =
    길봇(비공식)이에요. 하던 안내를 이어서 할까요?
    '이어하기'를 누르면 그 자리가 열려요.
    같은 자리에서는 한 번만 여쭤봐요.
remark-welcome-back = 다시 오셔서 반가워요. 못 드린 알림이에요.
remark-late = 알림이 늦게 왔어요. 남은 날은 오늘부터 셌어요.
remark-once-more = 같은 알림이 두 번 왔을 수 있어요. 한 번만 보면 돼요.
remark-cancelled = 하던 일을 멈췄어요. 날짜와 알림은 그대로예요.
remark-nothing-to-resume = 하던 안내가 없어요. 아래에서 새로 시작해요.
remark-not-kept = 날짜를 적어 두지 않았어요. 안내는 쓸 수 있어요.
remark-certificate-gone = 그 인증서는 이미 길봇에서 지우셨어요.
remark-certificates-full = 더 적을 자리가 없어요. 안 쓰는 것을 지워요.
remark-label-too-long = 그 이름은 너무 길어요. 더 짧게 적어 주세요.
remark-nothing-to-remind = 날짜를 새로 적으셔서 지금은 알릴 것이 없어요.
remark-muted = 이 인증서의 알림을 껐어요. 날짜는 남아 있어요.
remark-moved =
    길봇이 새로워져서 처음 화면으로 왔어요.
    날짜와 알림은 그대로예요.

remark-told-d90 =
    90일 전 알림은 이미 지났어요.
    기간을 늘릴 수 있다고 알려져 있어요.
    급하지 않아요.
remark-told-d30 =
    30일 전 알림은 이미 지났어요.
    시간이 날 때 기간을 늘려 두세요.
remark-told-d7 =
    7일 전 알림은 이미 지났어요.
    끝나기 전에 기간을 늘려요.
    휴대폰과 보안카드(숫자 카드)를 챙겨요.
    OTP(숫자 기계)를 쓰시면 그것을 챙겨요.
remark-told-d1 =
    하루 전 알림도 이미 지났어요.
    지금 바로 기간을 늘려요.
    '내 인증서'에서 '지금 시작'을 눌러요.
remark-told-expired =
    끝나는 날이 이미 지났어요.
    돈은 안전해요. 새로 만들면 돼요.
    '내 인증서'에서 '지금 시작'을 눌러요.

## 버튼 위로 잠깐 뜨는 말

toast-moved = 지난 화면의 단추예요. 지금 화면을 보여 드려요.
toast-drawing = 그림을 그려요. 조금만 기다려요.

## 대화 밖에서

group-greeting =
    길봇(비공식)은 한 분씩 따로 안내해요.
    여기서 하신 말은 저장하지 않아요.
    아래 단추를 눌러 둘이 이야기해요.
button-open-private = 둘이 이야기하기

trouble-with-record =
    지금은 적어 둔 것을 읽을 수 없어요.
    지우지 않고 그대로 뒀어요.
    계속되면 운영자(봇을 맡은 사람)에게 말해요.
    운영자는 봇을 알려 준 곳에 물어보세요.

    은행의 인증서와 돈은 그대로예요.
    급하면 국민은행 1588-9999에 전화해요.
    금융결제원(은행들이 함께 만든 곳)은 1577-5500이에요.

## 답, 출처, 문자 확인, 말투

step-aged =
    오래전에 확인한 안내예요.
    메뉴 이름이 바뀌었을 수 있어요.
button-source = 어디서 알았는지

answer-near =
    <b>혹시 이것이 궁금하세요?</b>
    가까운 것을 눌러요.
    없으면 짧게 다시 적어 주세요.

source =
    <b>{ $title }</b>

    <b>어디서 알았나</b>
    { $source }

    얼마나 믿을 만한가: { $confidence }
    확인한 날: { $checked }

    은행 화면이 다르면 은행 화면이 맞아요.
confidence-high = 많이(공식 안내이거나 여러 곳이 같아요)
confidence-medium = 보통(두 곳쯤이 같아요)
confidence-low = 조금(더 확인해야 해요)

genuine =
    <b>이 문자, 진짜일까요?</b>
    받은 문자를 여기에 붙여 넣어 주세요.
    수상한 데가 있는지 같이 봐요.
    문자는 저장하지 않아요.

    번호나 비밀번호는 지우고 보내 주세요.

checked-suspicious =
    <b>수상해요. 누르거나 답장하지 마세요.</b>
    저는 문자에 적힌 글만 보고 말해요.
checked-nothing-found =
    <b>글에서는 수상한 데를 못 찾았어요.</b>
    그래도 진짜라고 말할 수는 없어요.
    은행에 직접 물어보세요.
checked-lines =
    <b>살펴본 것</b>
    { $lines }
checked-link-none = · 누르는 주소(링크): 없어요
checked-link-official =
    · 누르는 주소(링크): 은행 주소처럼 보여요.
    그래도 누르지 말고 직접 적어 들어가요.
checked-link-elsewhere = · 누르는 주소(링크): <b>은행 주소가 아니에요</b>
checked-link-shortened = · 누르는 주소(링크): <b>어디인지 숨긴 주소예요</b>
checked-secret-yes = · 비밀번호를 달라는 말: <b>있어요</b>
checked-secret-no = · 비밀번호를 달라는 말: 못 찾았어요
checked-remote-yes = · 앱을 깔라는 말: <b>있어요</b>
checked-remote-no = · 앱을 깔라는 말: 못 찾았어요
checked-whom-to-call =
    <b>물어볼 곳</b>
    · 국민은행 1588-9999
    · 사기 같으면 1394, 돈을 보냈으면 112
    · 돈 문제 상담 1332, 수상한 문자 118

button-speak-korean = 보통 말로 보기

## 함께 받는 알림

share =
    <b>{ $label } 알림을 함께 받아요</b>

    아래 단추로 가족에게 주소(링크)를 보내요.
    가족이 좋다고 하면 가족도 알림을 받아요.
    별명과 끝나는 날만 함께 봐요.

    { $max }명까지 같이 받을 수 있어요.
    주소는 7일 동안 쓸 수 있어요.
    누구든 언제든 그만둘 수 있어요.
invited =
    <b>누가 알림을 함께 받자고 했어요.</b>
    인증서: { $label }
    끝나는 날: { $date }

    아는 분이 보냈을 때만 받으세요.
    언제든 그만둘 수 있어요.
button-share-send = 가족에게 보내기
card-shared = 이 알림을 { $count }명이 같이 받아요.
card-shared-with-me =
    다른 분과 함께 보는 알림이에요.
    여기서 지우면 그만 받아요.
remark-invitation-void =
    이 주소는 이제 쓸 수 없어요.
    보낸 분에게 다시 보내 달라고 해요.
remark-sharing-ended = 함께 받던 알림이 끝났어요. 목록에서 뺐어요.
