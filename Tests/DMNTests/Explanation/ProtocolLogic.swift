import FEEL

/// The protocol's decisions told again as plain conditions, from their description and not from the
/// tables, for one point of the inputs.
struct ProtocolLogic {
  let inputs: Context

  private enum Phase: String, Comparable {
    case before = "before chemotherapy"
    case during = "during chemotherapy"
    case restaging, intraoperative, postoperative, surveillance

    static let order: [Phase] = [
      .before, .during, .restaging, .intraoperative, .postoperative, .surveillance,
    ]

    static func < (left: Phase, right: Phase) -> Bool {
      (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// The outcome of a decision.
  func outcome(of decision: String) -> String? {
    switch decision {
    case "fiducialMarker": fiducialMarker
    case "restagingImaging": restagingImaging
    case "remnant": remnant
    case "surgeryTiming": surgeryTiming
    case "siteManagement": siteManagement
    case "intraoperativeUltrasound": phase <= .intraoperative ? "perform" : none
    case "multidisciplinaryReview": isTrue(stated("discussedAtMDT")) ? "done" : "required"
    case "perioperativeChemotherapy": perioperativeChemotherapy
    case "surveillance": surveillance
    case "recurrenceManagement": recurrenceManagement
    default: nil
    }
  }

  private let none = "notApplicable"

  // MARK: Facts

  private func stated(_ name: String) -> Value { inputs[name + StatedTwin.suffix] ?? .null }

  private func isTrue(_ value: Value) -> Bool { value.isIdentical(to: .boolean(true)) }

  private func holds(_ name: String) -> Bool { isTrue(inputs[name] ?? .null) }

  private func isLess(_ name: String, than limit: Int) -> Bool {
    if case .number(let number)? = inputs[name] { number < Number(limit) } else { false }
  }

  private func isMore(_ name: String, than limit: Int) -> Bool {
    if case .number(let number)? = inputs[name] { number > Number(limit) } else { false }
  }

  /// An unstated phase counts as restaging.
  private var phase: Phase {
    if case .string(let name) = stated("carePhase") {
      Phase(rawValue: name) ?? .restaging
    } else {
      .restaging
    }
  }

  // MARK: Decisions

  private var fiducialMarker: String {
    if phase > .intraoperative { return none }
    if holds("fiducialPlaced") { return "alreadyPlaced" }
    // The phase itself is asked for here, so that its value counts and not its being stated.
    guard inputs["carePhase"]?.isIdentical(to: .string(Phase.before.rawValue)) == true else {
      return "tooLate"
    }
    return isLess("lesionSizeMm", than: 10) ? "place" : "notIndicated"
  }

  private var restagingImaging: String {
    if phase != .restaging { return none }
    switch (holds("restagingCT"), holds("restagingMRI")) {
    case (true, true): return isLess("imagingAgeWeeks", than: 6) ? "adequate" : "repeat"
    case (true, false): return "addMRI"
    case (false, true): return "addCT"
    case (false, false): return "addCTAndMRI"
    }
  }

  private var remnant: String {
    if phase > .intraoperative { return none }
    return isMore("futureLiverRemnantPercent", than: 30) ? "adequate" : "inadequate"
  }

  private var surgeryTiming: String {
    if phase != .during, phase != .restaging { return none }
    if !holds("technicallyResectable") { return "notYetResectable" }
    let minimum = holds("bevacizumab") ? 6 : 3
    return isLess("weeksSinceChemotherapy", than: minimum) ? "wait" : "proceed"
  }

  private var siteManagement: String {
    if phase == .before || phase > .intraoperative { return none }
    let isSuperficial = stated("siteDepth").isIdentical(to: .string("superficial"))
    let isPresumedSmall =
      isSuperficial && stated("excessiveParenchymalSacrifice").isIdentical(to: .null)
    let isBurden =
      holds("majorHepatectomyRequired") || remnant == "inadequate"
      || !holds("technicallyResectable")
      || (holds("excessiveParenchymalSacrifice") && !isPresumedSmall)
    if !isBurden, !holds("significantComorbidity") { return "resect" }
    return holds("ablationFeasible") ? "ablate" : "observe"
  }

  private var perioperativeChemotherapy: String {
    if phase == .before || phase == .surveillance { return none }
    if isLess("chemotherapyMonths", than: 6) { return "complete" }
    return isMore("chemotherapyMonths", than: 6) ? "exceeded" : "finished"
  }

  private var surveillance: String {
    if phase > .intraoperative { return "fiveYears" }
    return siteManagement == "observe" ? "fiveYears" : none
  }

  private var recurrenceManagement: String {
    let isKnown = phase > .intraoperative ? holds("recurrence") : isTrue(stated("recurrence"))
    if !isKnown { return none }
    return holds("recurrenceResectable") ? "considerReresection" : "multidisciplinaryReview"
  }
}
