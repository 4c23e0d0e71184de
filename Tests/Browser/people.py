"""The program and the people at their browsers, as the tests in run.py use them."""
import os
import socket
import subprocess
import urllib.request

PASSWORD = "yunxi-12345-demo"


class City:
    """The program serving the fixture city, without its history, on a free port."""

    def __init__(self, program, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.program, self.folder = program, folder
        self.log = open(os.path.join(folder, "serve.log"), "w+")
        self.start()

    def start(self):
        command = [self.program, "--data", self.folder, "serve", "--port", str(self.port), "--with-fixture", "--history", "0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        for line in self.process.stdout:
            if line.startswith("连心"):
                break
        with urllib.request.urlopen(f"{self.base}/readyz") as answer:
            assert answer.status == 200

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)

    def close(self):
        self.stop()
        self.log.close()


class Person:
    """Somebody at a browser of their own."""

    def __init__(self, browser, city, name=None, phone_size=False):
        size = {"width": 390, "height": 844} if phone_size else {"width": 1440, "height": 900}
        self.city = city
        self.context = browser.new_context(viewport=size, locale="zh-CN")
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.faults = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        if name:
            self.open("/login")
            self.page.fill("input[name=name]", name)
            self.page.fill("input[name=password]", PASSWORD)
            self.page.click("main button[type=submit]")
            self.page.wait_for_url("**/desk**")

    def open(self, path):
        answer = self.page.goto(self.city.base + path)
        assert answer.status == 200, f"{path}: {answer.status}"
        return self

    def act(self, noun, fields=None):
        """Opens the form of an action on the case page, fills it in and sends it."""
        form = self.page.locator(f"form[action$='/{noun}']").first
        if not form.is_visible():
            form.locator("xpath=ancestor::details[1]").locator("summary").first.click()
        for name, value in (fields or {}).items():
            self.fill(form, name, value)
        with self.page.expect_navigation():
            form.locator("button").last.click()
        assert not self.page.locator(".error-summary").count(), self.page.locator("main").inner_text()
        return self

    @staticmethod
    def fill(form, name, value):
        control = form.locator(f"[name='{name}']").first
        # What is seldom filled in is folded away.
        control.evaluate("e => { for (let d = e.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; }")
        kind = control.evaluate("e => e.tagName + ':' + (e.type || '')")
        if kind.startswith("SELECT"):
            control.select_option(value)
        elif kind == "INPUT:radio":
            form.locator(f"[name='{name}'][value='{value}']").check()
        elif kind == "INPUT:checkbox":
            control.check()
        else:
            control.fill(value)

    def sees(self, *words):
        text = self.page.locator("main").inner_text()
        for word in words:
            assert word in text, f"“{word}” is not on {self.page.url}:\n{text[:2000]}"
        return self

    def until(self, expression, tries=200):
        """Waits until an expression of the page holds; the content policy forbids the page to evaluate it by itself."""
        for _ in range(tries):
            if self.page.evaluate(expression):
                return self
            self.page.evaluate("() => new Promise((go) => setTimeout(go, 50))")
        raise AssertionError(f"“{expression}” never held on {self.page.url}")

    def never_sees(self, *words):
        html = self.page.content()
        for word in words:
            assert word not in html, f"“{word}” is on {self.page.url}"
        return self

    def done(self):
        assert not self.faults, self.faults
        self.context.close()
