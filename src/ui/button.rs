// SPDX-License-Identifier: AGPL-3.0-or-later
//! Buttons, and links that look like them.
use super::Icon;
use crate::prelude::*;

/// How much a button asks for attention. A page has one primary action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do on this page.
    Primary,
    /// Anything else one may do.
    #[default]
    Outline,
    /// A quiet action inside a line.
    Plain,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn btn-primary",
            Self::Outline => "btn btn-outline-primary",
            Self::Plain => "btn btn-plain",
        }
    }
}

/// A button that does something on this page. With `submit` it sends the form around it.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(into, optional)] on_click: Option<Callback<()>>,
    #[prop(optional)] icon: &'static str,
    #[prop(into, optional)] disabled: Signal<bool>,
    #[prop(optional)] submit: bool,
    #[prop(optional)] test: &'static str,
    children: Children,
) -> AnyView {
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            disabled=move || disabled.get()
            data-test=(!test.is_empty()).then_some(test)
            on:click=move |_| {
                if let Some(on_click) = on_click {
                    on_click.run(());
                }
            }
        >
            {(!icon.is_empty()).then(|| view! { <Icon name=icon /> })}
            <span>{children()}</span>
        </button>
    }
    .into_any()
}

/// A link that looks like a button: for going to another page.
#[component]
pub fn LinkButton(
    #[prop(optional)] kind: ButtonKind,
    #[prop(into)] href: String,
    #[prop(optional)] icon: &'static str,
    #[prop(optional)] test: &'static str,
    children: Children,
) -> AnyView {
    view! {
        <a class=kind.class() href=href data-test=(!test.is_empty()).then_some(test)>
            {(!icon.is_empty()).then(|| view! { <Icon name=icon /> })}
            <span>{children()}</span>
        </a>
    }
    .into_any()
}
