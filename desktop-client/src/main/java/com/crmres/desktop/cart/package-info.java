/// Beside the thread: the cart of the conversation, built and corrected by people.
@NullMarked
package com.crmres.desktop.cart;

import org.jspecify.annotations.NullMarked;
