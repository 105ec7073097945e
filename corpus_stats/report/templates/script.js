(function () {
  "use strict";
  document.documentElement.classList.add("script");

  function sortBy(header) {
    var table = header.closest("table"), body = table.tBodies[0];
    var column = Array.prototype.indexOf.call(header.parentNode.children, header);
    var falling = header.getAttribute("aria-sort") === "ascending" || (!header.hasAttribute("aria-sort") && header.classList.contains("number"));
    if (header.getAttribute("aria-sort") === "descending") { falling = false; }
    var rows = Array.prototype.map.call(body.rows, function (row, i) {
      var cell = row.cells[column], order = cell.dataset.order;
      return { row: row, i: i, number: order === undefined || order === "" ? NaN : Number(order), text: cell.textContent.trim() };
    });
    var numeric = header.classList.contains("number");
    rows.sort(function (a, b) {
      var by = 0;
      if (numeric) {
        if (isNaN(a.number) || isNaN(b.number)) { return isNaN(a.number) - isNaN(b.number) || a.i - b.i; }
        by = a.number - b.number;
      } else { by = a.text.localeCompare(b.text, "en"); }
      return (falling ? -by : by) || a.i - b.i;
    });
    rows.forEach(function (entry) { body.appendChild(entry.row); });
    Array.prototype.forEach.call(header.parentNode.children, function (other) { other.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", falling ? "descending" : "ascending");
  }

  document.querySelectorAll("th[data-sorts]").forEach(function (header) {
    var button = document.createElement("button");
    button.type = "button";
    while (header.firstChild) { button.appendChild(header.firstChild); }
    header.appendChild(button);
    button.addEventListener("click", function () { sortBy(header); });
  });

  document.querySelectorAll("input[data-filters]").forEach(function (input) {
    var table = document.getElementById(input.dataset.filters), count = document.getElementById(input.dataset.filters + "-count");
    input.addEventListener("input", function () {
      var wanted = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean), shown = 0;
      Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
        var text = row.textContent.toLocaleLowerCase();
        row.hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
        if (!row.hidden) { shown += 1; }
      });
      count.textContent = shown + " of " + table.tBodies[0].rows.length + " rows";
    });
  });

  function showHere() {
    document.querySelectorAll(".here").forEach(function (piece) { piece.classList.remove("here"); });
    var found = /^#d(\d+)-(\d+)-(\d+)$/.exec(location.hash);
    if (!found) { return; }
    var article = document.getElementById("d" + found[1]);
    if (!article) { return; }
    article.querySelectorAll("[data-s]").forEach(function (piece) {
      var start = Number(piece.dataset.s);
      if (start >= Number(found[2]) && start < Number(found[3])) { piece.classList.add("here"); }
    });
  }
  window.addEventListener("hashchange", showHere);
  showHere();

  function markEdges() {
    document.querySelectorAll(".edges").forEach(function (edges) {
      var box = edges.querySelector(".scroll");
      if (!box) { return; }
      edges.classList.toggle("wide", box.scrollWidth > box.clientWidth + 1);
      edges.classList.toggle("tall", box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY !== "hidden");
    });
  }
  window.addEventListener("load", markEdges);
  window.addEventListener("resize", markEdges);

  var dialog = document.querySelector("dialog");
  if (!dialog || !dialog.showModal) { return; }
  var inner = dialog.querySelector(".inner");
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    if (event.target === dialog) { dialog.close(); return; }
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var key = link.getAttribute("href").slice(1);
    var list = /^e\d+-\d+$/.test(key) ? document.getElementById(key) : null;
    if (!list) { if (dialog.open) { dialog.close(); } return; }
    event.preventDefault();
    var copy = list.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach(function (node) { node.removeAttribute("id"); });
    inner.replaceChildren(copy);
    dialog.setAttribute("aria-label", copy.querySelector("h3").textContent);
    if (!dialog.open) { dialog.showModal(); }
    inner.scrollTop = 0;
  });
  dialog.querySelector(".close").addEventListener("click", function () { dialog.close(); });
})();
