/// What a customer is putting together: the rules by which a cart changes, its questions, its
/// price.
@NullMarked
package com.crmres.server.ordering.cart;

import org.jspecify.annotations.NullMarked;
