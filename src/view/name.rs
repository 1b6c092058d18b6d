//! Names of what there is few kinds of: stages, workplaces, contracts.

use super::Word;
use crate::domain::{Channel, Employment, Ending, Stage, Workplace};

/// How far an application has come, as its chip says it.
pub const fn stage(stage: Stage) -> Word {
    match stage {
        Stage::Saved => Word::StageSaved,
        Stage::Applied => Word::StageApplied,
        Stage::InTouch => Word::StageInTouch,
        Stage::Interviewing => Word::StageInterviewing,
        Stage::Offered => Word::StageOffered,
        Stage::Ended(ending) => match ending {
            Ending::Rejected => Word::EndingRejected,
            Ending::Accepted => Word::EndingAccepted,
            Ending::Declined => Word::EndingDeclined,
            Ending::Withdrawn => Word::EndingWithdrawn,
            Ending::Closed => Word::EndingClosed,
            Ending::Joined => Word::EndingJoined,
            Ending::Erased => Word::EndingErased,
        },
    }
}

/// Where the work is done.
pub const fn workplace(workplace: Workplace) -> Word {
    match workplace {
        Workplace::OnSite => Word::WorkplaceOnSite,
        Workplace::Hybrid => Word::WorkplaceHybrid,
        Workplace::Remote => Word::WorkplaceRemote,
    }
}

/// The kind of contract.
pub const fn employment(employment: Employment) -> Word {
    match employment {
        Employment::FullTime => Word::EmploymentFullTime,
        Employment::PartTime => Word::EmploymentPartTime,
        Employment::Contract => Word::EmploymentContract,
        Employment::Temporary => Word::EmploymentTemporary,
        Employment::Internship => Word::EmploymentInternship,
        Employment::Volunteer => Word::EmploymentVolunteer,
        Employment::PerDiem => Word::EmploymentPerDiem,
        Employment::Apprenticeship => Word::EmploymentApprenticeship,
    }
}

/// "by e-mail".
pub(super) const fn by(channel: Channel) -> Word {
    match channel {
        Channel::Email => Word::ByEmail,
        Channel::Phone => Word::ByPhone,
        Channel::Message => Word::ByMessage,
        Channel::Portal => Word::ByPortal,
    }
}

/// "they prefer e-mail".
pub(super) const fn prefer(channel: Channel) -> Word {
    match channel {
        Channel::Email => Word::PreferEmail,
        Channel::Phone => Word::PreferPhone,
        Channel::Message => Word::PreferMessage,
        Channel::Portal => Word::PreferPortal,
    }
}

/// "they want no e-mail".
pub(super) const fn refuse(channel: Channel) -> Word {
    match channel {
        Channel::Email => Word::RefuseEmail,
        Channel::Phone => Word::RefusePhone,
        Channel::Message => Word::RefuseMessage,
        Channel::Portal => Word::RefusePortal,
    }
}
