use super::*;

/// A message of another app than the widget's; it cannot be copied.
#[derive(Clone, PartialEq, Debug)]
enum Message {
    Named(String),
}

fn message() -> Message {
    Message::Named("a".to_owned())
}

/// The element as HTML, with its listeners as attributes that name their kinds. Attributes keep their order.
fn html(element: Element) -> String {
    let listeners: String =
        element.0.listeners.iter().flatten().map(|listener| format!(" on{}", listener.kind().type_name())).collect();
    node_html(&element.into(), &listeners)
}

fn node_html(node: &VNode, listeners: &str) -> String {
    match node {
        VNode::VTag(tag) => {
            let attributes: String = tag.attributes.iter().map(|(name, value)| format!(" {name}={value}")).collect();
            let checked = tag.checked().map_or_else(String::new, |checked| format!(" checked={checked}"));
            let children = tag.children().map_or_else(String::new, |children| node_html(children, ""));
            format!("<{0}{attributes}{checked}{listeners}>{children}</{0}>", tag.tag())
        }
        VNode::VList(nodes) => nodes.iter().map(|node| node_html(node, "")).collect(),
        VNode::VText(text) => text.text.to_string(),
        _ => panic!("the builder makes elements, lists and texts only"),
    }
}

fn built(element: Element) -> Rc<VTag> {
    element.into()
}

#[test]
fn attributes_keep_their_order() {
    let element = element("p", "lead").attr("id", "a").attr("data-b", String::from("c"));
    assert_eq!(html(element), "<p class=lead id=a data-b=c></p>");
}

#[test]
fn children_and_texts_keep_their_order() {
    let item = |name| tag("li").text(name);
    let list = tag("ul")
        .child(item("1"))
        .children([item("2"), item("3")])
        .child_opt(None)
        .child_opt(Some(item("4")))
        .reuse(&[built(item("5"))])
        .text("6");
    assert_eq!(html(list), "<ul><li>1</li><li>2</li><li>3</li><li>4</li><li>5</li>6</ul>");
}

#[test]
fn a_reused_child_is_the_same_node() {
    let child = built(tag("p"));
    let parent = built(tag("div").reuse(std::slice::from_ref(&child)));
    let Some(VNode::VList(children)) = parent.children() else { panic!("a list of children") };
    assert!(matches!(&children[0], VNode::VTag(known) if Rc::ptr_eq(known, &child)));
}

#[test]
fn a_fragment_adds_its_siblings_in_order() {
    let last = fragment().child(tag("b")).child_opt(None);
    let siblings = fragment().child(tag("i")).append(fragment()).append(last).child_opt(Some(tag("u")));
    assert_eq!(html(tag("p").text("a").append(siblings).text("z")), "<p>a<i></i><b></b><u></u>z</p>");
}

#[test]
fn a_key_reaches_the_node() {
    assert_eq!(built(tag("p").key("a")).key, Some(Key::from("a")));
    assert_eq!(built(tag("p")).key, None);
}

#[test]
fn names_are_interned_by_their_content_and_order() {
    let interned = |names: &[&'static str]| intern_names(names.to_vec()).as_ptr();
    let first = interned(&["class", "id"]);
    assert_eq!(interned(&["class", "id"]), first);
    assert_ne!(interned(&["id", "class"]), first);
    assert_ne!(interned(&["class"]), first);
    assert_eq!(interned(&["class", "id"]), first, "also after others");
}

#[test]
fn elements_with_the_same_attributes_share_their_names() {
    let names = |value: &'static str| match built(element("p", "a").attr("id", value)).attributes {
        Attributes::Dynamic { keys, .. } => keys.as_ptr(),
        _ => panic!("attributes are dynamic"),
    };
    assert_eq!(names("b"), names("c"));
}

#[test]
fn each_control_listens_to_its_own_event() {
    let send = Callback::noop();
    for (element, expected) in [
        (button(&send, message()), "<button type=button onclick></button>"),
        (radio(&send, message()), "<input type=radio onchange></input>"),
        (checkbox(&send, message(), true), "<input type=checkbox checked=true onchange></input>"),
        (checkbox(&send, message(), false), "<input type=checkbox checked=false onchange></input>"),
        (select(&send, vec![message()]), "<select onchange></select>"),
        (tag("a").on_click(&send, message()), "<a onclick></a>"),
        (tag("div").on_keys(&send, &[("Enter", message())]), "<div onkeydown></div>"),
        (tag("a").on_click(&send, message()).on_keys(&send, &[("a", message())]), "<a onclick onkeydown></a>"),
    ] {
        assert_eq!(html(element), expected);
    }
}

#[test]
fn listeners_may_prevent_the_default() {
    let send = Callback::noop();
    let element = button(&send, message()).on_change(&send, message()).on_keys(&send, &[("Enter", message())]);
    let select = select(&send, vec![message()]);
    let listeners = element.0.listeners.iter().chain(&select.0.listeners).flatten();
    assert!(listeners.into_iter().all(|listener| !listener.passive()));
}

#[test]
fn only_radios_and_check_boxes_have_a_checked_state() {
    assert_eq!(built(tag("p")).checked(), None);
    assert_eq!(built(tag("input")).checked(), None);
    assert_eq!(built(tag("input").checked(true)).checked(), Some(true));
}

#[test]
fn a_style_is_left_out_without_a_browser() {
    assert_eq!(html(tag("p").style("color:red").attr("id", "a")), "<p id=a></p>");
}
