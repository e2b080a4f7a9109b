/// People who sign in and what they may do.
@NullMarked
package com.crmres.common.identity;

import org.jspecify.annotations.NullMarked;
