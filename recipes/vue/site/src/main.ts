import { createApp } from "vue";
import Blog from "./Blog.vue";

createApp(Blog).mount("#app");
