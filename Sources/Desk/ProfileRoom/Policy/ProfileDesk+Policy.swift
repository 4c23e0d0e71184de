import CaseFile
import Casework
import Profiles
import Web
import Workdays

/// The settings of a case's way that are single values, and what everybody may read.
extension ProfileDesk {
  var policyEndpoints: [Endpoint] {
    [
      .page("admin/profile/policy", Self.readers, Phrase("办理政策", "The policy"), handle: policy), setPolicy, setOpenness,
    ]
  }

  var setPolicy: Endpoint {
    writing("admin/profile/policy", PolicyForm.form, handle: setSettings) { frame, call, problem in
      PolicyPage(frame, self).render(settings: call.submitted, problem)
    }
  }
  var setOpenness: Endpoint {
    writing("admin/profile/openness", OpennessForm.form, handle: setOpen) { frame, call, problem in
      PolicyPage(frame, self).render(openness: call.submitted, problem)
    }
  }

  @Sendable private func policy(_ call: Call) async throws -> Answer {
    .page(PolicyPage(ProfileFrame(try await shelf.draft(), call), self).render())
  }

  @Sendable private func setSettings(_ call: Call) async throws -> Answer {
    try await answering(call, setPolicy) {
      let view = try await shelf.draft()
      let settings = PolicyForm.settings(call.input, PolicySettings(view.profile.policy), ticked: call.surface == .page)
      return try await written(.settings(settings), view, call)
    }
  }

  @Sendable private func setOpen(_ call: Call) async throws -> Answer {
    try await answering(call, setOpenness) {
      let view = try await shelf.draft()
      let openness = OpennessForm.openness(call.input, view.profile.policy.openness, ticked: call.surface == .page)
      return try await written(.openness(openness), view, call)
    }
  }

  private func written(_ edit: ProfileEdit, _ view: DraftView, _ call: Call) async throws -> Answer {
    return try await put(edit, view, call, at: Paths.profilePolicy)
  }
}
