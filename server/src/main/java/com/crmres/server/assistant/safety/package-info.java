/// What must never happen in a turn, whoever read it and whatever was said: checks over answers,
/// carts and orders, which share no code with what they watch.
@NullMarked
package com.crmres.server.assistant.safety;

import org.jspecify.annotations.NullMarked;
