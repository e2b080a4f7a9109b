/// What a customer has ordered so far: his orders, what they were worth, what he likes.
@NullMarked
package com.crmres.server.ordering.history;

import org.jspecify.annotations.NullMarked;
