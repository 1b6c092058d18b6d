//! F1, as often as a suite has time for it: `./build.sh soak` does it two hundred times.

use crate::kills::survive;
use crate::scene::Scene;
use crate::searches::random::Random;

/// F1.
#[test]
fn f1_a_browser_that_is_killed_while_it_writes_loses_nothing() {
    let kept = survive(Scene::lasting(), 10, &mut Random::new(1));
    assert!(kept >= 10, "{kept} were kept");
}
