/// The search of a page, which is an addition: without scripts the page shows all it has.
enum PageSearch {
  /// Hides what does not hold all words typed, each line with its end.
  static let script = """
    (function () {
      var place = document.getElementById("search");
      var label = document.createElement("label");
      label.textContent = "Search this page ";
      var field = document.createElement("input");
      field.type = "search";
      var count = document.createElement("span");
      count.setAttribute("role", "status");
      label.appendChild(field);
      place.appendChild(label);
      place.appendChild(count);
      var items = Array.prototype.slice.call(
        document.querySelectorAll("main p, main tbody tr, main li, main dt"));
      var texts = items.map(function (item) {
        var next = item.tagName === "DT" ? item.nextElementSibling.textContent : "";
        return (item.textContent + " " + next).toLowerCase();
      });
      field.addEventListener("input", function () {
        var words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
        var found = 0;
        items.forEach(function (item, index) {
          var fits = words.every(function (word) { return texts[index].indexOf(word) >= 0; });
          item.hidden = !fits;
          if (item.tagName === "DT") { item.nextElementSibling.hidden = !fits; }
          if (fits) { found += 1; }
        });
        count.textContent = words.length ? " " + found + " places" : "";
      });
    })();

    """
}
