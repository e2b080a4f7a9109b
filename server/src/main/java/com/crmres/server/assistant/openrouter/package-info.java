/// The mind that asks a language model through OpenRouter: it reads and proposes, never decides,
/// and the embedded mind stands in whenever it cannot answer in time, in budget, or in form.
@NullMarked
package com.crmres.server.assistant.openrouter;

import org.jspecify.annotations.NullMarked;
