/// Looks after carts that nobody is talking about: what sold out of them, and that they are still
/// there.
@NullMarked
package com.crmres.server.assistant.care;

import org.jspecify.annotations.NullMarked;
