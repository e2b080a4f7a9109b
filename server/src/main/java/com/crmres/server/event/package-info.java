/// What open screens will be told, written in the transaction in which it happened.
@NullMarked
package com.crmres.server.event;

import org.jspecify.annotations.NullMarked;
