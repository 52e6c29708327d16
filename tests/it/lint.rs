//! x

#[test]
fn tmp_pdf() {
    use gilbot::reading::sift::{Asked, sift};
    for line in std::fs::read_to_string("/tmp/carr.txt").unwrap().lines() {
        for ext in [".pdf", ".txt", ".jpg"] {
            println!("{ext} {line} {:?}", sift(&format!("{line}{ext}"), Asked::Nothing));
        }
    }
}
