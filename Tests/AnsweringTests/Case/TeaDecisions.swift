/// A sound decision model about tea, with worked cases, for the small corpus.
enum TeaDecisions {
  static let folder = "tea"

  /// Adds the model and its cases to a corpus.
  static func add(to corpus: SmallCorpus) throws {
    for (name, text) in files { try corpus.write(Array(text.utf8), to: "\(folder)/\(name)") }
    try corpus.replace(
      "languages: [en]",
      with: "languages: [en]\nsiteFacts: [leaf]",
      in: "\(folder)/protocol.yaml"
    )
  }

  private static let files = [
    "cases/green.yaml": """
    title: Green tea
    facts:
      leaf: green
      cups: 2
    expect:
      brewing: short
    plan:
      - Brew 2 cups for 3 minutes.

    """,
    "cases/open.yaml": """
    title: Two pots
    facts:
      cups: 2
    expect:
    sites:
      - label: first
        facts: {leaf: black}
        expect: {brewing: long}
      - label: second
        expect:
          brewing: undetermined
        missing:
          brewing: [leaf]

    """,
    "decisions.dmn": """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="Tea" namespace="tea">
    <itemDefinition name="tLeaf"><typeRef>string</typeRef>
    <allowedValues><text>"green", "black", "none"</text></allowedValues></itemDefinition>
    <itemDefinition name="tCups"><typeRef>number</typeRef>
    <allowedValues><text>[1..10]</text></allowedValues></itemDefinition>
    <inputData id="leaf" name="leaf"><description>Which leaf?</description>
    <variable name="leaf" typeRef="tLeaf"/></inputData>
    <inputData id="cups" name="cups"><description>How many cups?</description>
    <variable name="cups" typeRef="tCups"/></inputData>
    <decision id="brewing" name="brewing"><variable name="brewing" typeRef="string"/>
    <informationRequirement><requiredInput href="#leaf"/></informationRequirement>
    <authorityRequirement><requiredAuthority href="#oolong"/></authorityRequirement>
    <authorityRequirement><requiredAuthority href="#assam"/></authorityRequirement>
    <decisionTable hitPolicy="UNIQUE">
    <input><inputExpression><text>leaf</text></inputExpression></input>
    <output/><annotation name="claims"/><annotation name="sentence"/><annotation name="warning"/>
    <rule id="green"><inputEntry><text>"green"</text></inputEntry>
    <outputEntry><text>"short"</text></outputEntry>
    <annotationEntry><text>brew-green</text></annotationEntry>
    <annotationEntry><text>Brew green tea for 3 minutes.</text></annotationEntry>
    <annotationEntry><text>It turns bitter.</text></annotationEntry></rule>
    <rule id="black"><inputEntry><text>"black"</text></inputEntry>
    <outputEntry><text>"long"</text></outputEntry>
    <annotationEntry><text>brew-black</text></annotationEntry>
    <annotationEntry><text>Brew[[ {cups} cups of]] black tea for 5 minutes.</text></annotationEntry>
    <annotationEntry><text/></annotationEntry></rule>
    <rule id="none"><inputEntry><text>"none"</text></inputEntry>
    <outputEntry><text>"notApplicable"</text></outputEntry>
    <annotationEntry><text/></annotationEntry>
    <annotationEntry><text>There is no tea to brew.</text></annotationEntry>
    <annotationEntry><text/></annotationEntry></rule>
    </decisionTable></decision>
    <decision id="plan" name="plan"><variable name="plan"/>
    <informationRequirement><requiredDecision href="#brewing"/></informationRequirement>
    <informationRequirement><requiredInput href="#cups"/></informationRequirement>
    <authorityRequirement><requiredAuthority href="#oolong"/></authorityRequirement>
    <decisionTable hitPolicy="RULE ORDER">
    <input><inputExpression><text>brewing</text></inputExpression></input>
    <output/><annotation name="claims"/>
    <rule id="do"><inputEntry><text>"short"</text></inputEntry>
    <outputEntry><text>"Brew " + string(cups) + " cups for 3 minutes."</text></outputEntry>
    <annotationEntry><text>brew-green</text></annotationEntry></rule>
    </decisionTable></decision>
    <decisionService id="case" name="case"><variable name="case"/>
    <outputDecision href="#brewing"/><outputDecision href="#plan"/>
    <inputData href="#leaf"/><inputData href="#cups"/></decisionService>
    <knowledgeSource id="oolong" name="oolong2001"/>
    <knowledgeSource id="assam" name="assam1999"/>
    </definitions>

    """,
  ]
}
