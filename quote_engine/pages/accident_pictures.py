"""The pictures of accidents: one car seen from the side, on a ground line; 柿 only for what happens to it."""

from quote_engine.drawing.markup import Html, tag

_BODY = "M3 23v-6q0-2.6 2.6-3.2L13 12l5.6-7.4Q19.8 3 22 3h13q2 0 3.4 1.5L45 12l6 1.3q2.6.6 2.6 3.2V23z"
_GLASS = "M17 12l3.800-5q.7-1 2-1H27v6zM30.500 6H35q1.100 0 2 1l4 5H30.500z"


def _car(x: float, y: float, scale: float, fill: str = "b", *, turned: bool = False, tilt: int = 0, faint: bool = False) -> str:
    place = f"translate({x + 56 * scale if turned else x} {y}) scale({-scale if turned else scale} {scale})"
    if tilt:
        place = f"rotate({tilt} {x + 28 * scale} {y + 15 * scale}) {place}"
    return (
        f'<g transform="{place}"{" class=&quot;faint&quot;" if faint else ""}>'.replace("&quot;", '"')
        + f'<path class="{fill}" d="{_BODY}"/><path class="w" d="{_GLASS}"/>'
        + '<circle class="k" cx="15" cy="23" r="5"/><circle class="k" cx="42" cy="23" r="5"/>'
        + '<circle class="w n" cx="15" cy="23" r="2"/><circle class="w n" cx="42" cy="23" r="2"/></g>'
    )


_GROUND = '<path d="M4 62h88"/>'
_PERSON = '<circle class="a" cx="{0}" cy="29" r="5"/><path d="M{0} 34v14M{0} 48l-5 13M{0} 48l5 13M{0} 38l-7 6M{0} 38l7 6"/>'
_BICYCLE = '<circle cx="60" cy="53" r="9"/><circle cx="84" cy="53" r="9"/><path d="M60 53l8-14h10l6 14M68 39l5 14 6-12M65 35h7M78 39v-6h5"/>'
_RIDER = '<circle class="a" cx="73" cy="17" r="5"/><path d="M73 22l-4 13M72 25l8 7"/>'

_DRAWINGS = {
    "car_collision": _GROUND + _car(2, 38.5, 0.8) + _car(49, 38.5, 0.8, "a", turned=True) + '<path class="s" d="M48 33v-9M41 35l-6-6M55 35l6-6"/>',
    "hit_and_run": _GROUND + _car(2, 38.5, 0.8) + _car(60, 41, 0.7, "a", faint=True)
    + '<path class="s" d="M49 42l6-4M50 50h7"/><path d="M60 33h12M65 27h11"/>',
    "object_collision": _GROUND + _car(6, 36, 0.88) + '<path class="a" d="M66 12h8v50h-8z"/><path d="M58 20h24M61 20v5M79 20v5"/>'
    '<path class="s" d="M57 33v-8M51 35l-6-6M62 34l2-3"/>',
    "bicycle_collision": _GROUND + _car(0, 40, 0.75) + _BICYCLE + _RIDER + '<path class="s" d="M46 36l4-7M51 42l6-2"/>',
    "fire": _GROUND + _car(12, 36, 0.92) + '<path class="c" d="M58 37c-9-1-11-10-5-16 1 3 3 4 4 4-1-7 2-12 8-16 0 7 8 10 8 19 0 6-6 9-15 9z"/>',
    "storm_flood": '<path d="M18 8l-4 9M34 8l-4 9M50 8l-4 9M66 8l-4 9M82 8l-4 9M82 26l-4 9M14 28l-4 9"/>' + _car(20, 28, 0.92)
    + '<path class="b n" d="M4 53q7-6 14.500 0t14.500 0 14.500 0 14.500 0 14.500 0 14.500 0v11H4z"/>'
    '<path d="M4 53q7-6 14.500 0t14.500 0 14.500 0 14.500 0 14.500 0 14.500 0"/>',
    "theft": _GROUND + '<path class="dash" d="M12 56v-8q0-4 4-5l10-3 9-12q2-2.500 5-2.500h19q3 0 5 2.500l10 12 9 2q4 1 4 5v9z"/>'
    '<path class="a" d="M36 43h24v19H36z"/><path class="s" d="M41 43v-6q0-7 7-7 5 0 6.500 4"/><circle class="k" cx="48" cy="51" r="2"/><path d="M48 52v5"/>',
    "vandalism": _GROUND + _car(4, 35, 0.96) + '<path class="s" d="M20 52l4-6 3 6 4-6 3 6 4-6"/><path class="a" d="M72 33h13v29H72z"/>'
    '<path class="w" d="M75 26h7v7h-7z"/><path class="s" d="M69 26l-5-2M69 31h-5M69 21l-4-4"/>',
    "flying_object": _GROUND + _car(6, 35, 0.96) + '<path class="dash" d="M84 14q-22 2-35 20"/>'
    '<path class="a" d="M82 7l6-3 5 4-1 6-7 2-4-4z"/><path class="s" d="M47 29l-1-7M54 34l7-1"/>',
    "earthquake": '<path d="M4 62h30l6 7 7-12 6 10 5-5h34"/>' + _car(20, 29, 0.92, tilt=-7) + '<path class="s" d="M8 28l5-5 5 5 5-5M72 20l5-5 5 5 5-5"/>',
    "walking": _GROUND + _car(0, 40, 0.75) + _PERSON.format(74) + '<path class="s" d="M50 36l5-6M53 45h7"/>',
    "bicycle_riding": _GROUND + f'<g transform="translate(-50 0)">{_BICYCLE}{_RIDER}</g>' + _PERSON.format(78)
    + '<path class="s" d="M52 40l6-5M54 48h7"/>',
    "moped_riding": _GROUND + '<circle cx="20" cy="53" r="8"/><circle cx="54" cy="53" r="8"/>'
    '<path class="b" d="M14 45q2-8 9-8h10q2 0 3 4l2 8h6l4-16h4l3 12M20 53h24"/><path d="M44 30h8"/>'
    '<circle class="a" cx="34" cy="15" r="5"/><path d="M33 20l-3 16M33 24l12 6"/>' + '<path class="s" d="M68 40l6-6M70 48h8M66 32l2-8"/>',
    "defect": _GROUND + _car(10, 33, 1) + '<path class="w" d="M62 8h24v18H62z"/><path class="s" d="M74 12v6M74 21v1"/><path d="M62 26l-8 10"/>',
    "breakdown": _GROUND + _car(2, 38.5, 0.8, tilt=-6) + '<path class="a" d="M60 44h12v-10h10l6 8v14H60z"/><circle class="k" cx="68" cy="57" r="5"/>'
    '<circle class="k" cx="84" cy="57" r="5"/><path d="M60 44L48 26M48 26v10"/><path class="s" d="M14 32l4-6M24 30v-7"/>',
}  # fmt: skip


def picture(accident: str) -> Html:
    """Return the drawing for a kind of accident; a plain car for a kind that has none."""
    drawing = _DRAWINGS.get(accident, _GROUND + _car(20, 33, 1))
    return tag("svg", Html(drawing), class_="il", viewBox="0 0 96 72", aria_hidden="true")
